import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  rescuesStopped,
  rescuing,
  rescuingByMessage,
  rescuingInTiers,
} from '~/components/fixtures/dashboard-states';
import { failOnComplaints } from '~/components/fixtures/page-states';
import { decisions } from '~/components/fixtures/views';
import { ENGLISH, readText, renderPage, SPANISH } from '~/components/fixtures/render-page';
import { DecisionCard } from './decision-card';

const submit = vi.fn<(form: HTMLFormElement) => void>();
beforeEach(() => {
  submit.mockClear();
});
failOnComplaints();

const show = ({ decision, rescue }: typeof rescuing, locale = SPANISH, starting = false) =>
  renderPage(
    <DecisionCard decision={decision} rescue={rescue} start={{ action: '/app/rescues', starting, submit }} />,
    locale,
  );

describe('DecisionCard of a rescue', () => {
  it('asks to write, with the discount, the gain in words and what the discount adds', () => {
    const text = readText(show(rescuing));
    expect(text).toContain(
      'Escribe a 84 clientes que se están yendo, con un 5 %. Lo más probable es ganar de 1.900 € a 3.100 € de margen (8 de cada 10 veces); sin descuento, unos 700 € menos.',
    );
    expect(text).toContain('Probabilidad de que compense: 93 %.');
  });

  it('says the same in English', () => {
    expect(readText(show(rescuing, ENGLISH))).toContain(
      'Write to 84 customers who are slipping away, with 5%. Most likely you gain €1,900 to €3,100 of margin (8 times in 10); without a discount, about €700 less.',
    );
  });

  it.each([
    [SPANISH, 'Lo más probable queda entre perder 200 € y ganar 4.900 € de margen (8 de cada 10 veces);'],
    [ENGLISH, 'Most likely you end up between losing €200 and gaining €4,900 of margin (8 times in 10);'],
  ])('calls a loss a loss where the range begins below nothing: %o', (locale, words) => {
    const { decision } = rescuing;
    if (decision.kind !== 'rescue') throw new Error('the fixture is a rescue');
    const gain = { mean: 2_030, low: -211, high: 4_890, level: 0.8 };
    expect(readText(show({ ...rescuing, decision: { ...decision, gain } }, locale))).toContain(words);
    const hardly = { ...gain, low: -21 };
    expect(readText(show({ ...rescuing, decision: { ...decision, gain: hardly } }))).toContain(
      'ganar de 0 €',
    );
  });

  it('names the largest discount where tiers differ', () => {
    expect(readText(show(rescuingInTiers))).toContain('con un 10 % como mucho.');
  });

  it('offers a message without comparing it with itself', () => {
    const text = readText(show(rescuingByMessage));
    expect(text).toContain('Escribe a 84 clientes que se están yendo, sin descuento.');
    expect(text).toContain('de margen (8 de cada 10 veces).');
  });

  it('says when a discount adds nothing that can be read', () => {
    const { decision } = rescuing;
    if (decision.kind !== 'rescue') throw new Error('the fixture is a rescue');
    const even = { ...decision, messageOnlyGain: decision.gain.mean };
    expect(readText(show({ ...rescuing, decision: even }))).toContain('sin descuento, más o menos lo mismo.');
  });

  it.each([
    [
      SPANISH,
      'Envía el mensaje del rescate 7 a 69 clientes: aún no se les ha escrito y hay tiempo hasta el 21 dic 2026.',
      'Ir por la lista',
    ],
    [
      ENGLISH,
      'Send the message of rescue 7 to 69 customers: they have not been written to, and it can be done until Dec 21, 2026.',
      'Get the list',
    ],
  ])('asks to send what is made before anything new: %o', (locale, words, button) => {
    const page = show({ ...rescuing, decision: decisions['send-rescue'] }, locale);
    const text = readText(page);
    expect(text).toContain(words);
    expect(text).toMatch(/1[.,]590|1[.,]600/);
    expect(screen.getByRole('link', { name: button }).getAttribute('href')).toBe('/app/rescues/rescue-7');
  });

  it('creates the recommended rescue with one press', () => {
    show(rescuing);
    fireEvent.click(screen.getByRole('button', { name: 'Crear rescate' }));
    expect(Object.fromEntries(new FormData(submit.mock.calls[0]?.[0]))).toEqual({ kind: 'recommended' });
  });

  it('lets nobody create a second one while the first is on its way', () => {
    show(rescuing, SPANISH, true);
    const button = screen.getByRole('button', { name: /Crear rescate/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('gives the reasons: break-even, what it was learned from, the margin and who is left alone', () => {
    const page = show(rescuing);
    fireEvent.click(screen.getByRole('button', { name: 'Por qué' }));
    const text = readText(page);
    expect(text).toContain(
      'Un código del 10 % a alguien con un 35 % de probabilidad de volver por su cuenta compensa con 6 vueltas más de cada 100.',
    );
    expect(text).toContain('Un código del 5 % a alguien con un 22 %');
    expect(text).toContain('Todavía no se ha medido ningún rescate en tu tienda');
    expect(text).toContain('El margen es estimado: 35 %.');
    expect(text).toContain('228 clientes más están en peligro');
    expect(screen.getByRole('link', { name: 'Dinos tu margen' }).getAttribute('href')).toBe(
      '/app/settings#margin',
    );
  });

  it('says from how many rescues it has learned', () => {
    const page = show(rescuingInTiers, ENGLISH);
    fireEvent.click(screen.getByRole('button', { name: 'Why' }));
    const text = readText(page);
    expect(text).toContain('was learned from 3 rescues measured in your store, with 410 customers.');
    expect(text).toContain(
      'A 10% code to someone with a 35% chance of returning anyway needs 6 extra returns in 100 to pay.',
    );
  });

  it('leads to those who are slipping away where no rescue pays', () => {
    show(rescuesStopped);
    expect(screen.queryByRole('button', { name: /Crear rescate/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Ver quiénes son' })).toBeTruthy();
  });
});
