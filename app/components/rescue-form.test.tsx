import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failOnComplaints } from './fixtures/page-states';
import { ENGLISH, renderPage } from './fixtures/render-page';
import { RescueForm } from './rescue-form';

const submit = vi.fn<(form: HTMLFormElement) => void>();
beforeEach(() => {
  submit.mockClear();
});
failOnComplaints();

const show = (starting: boolean) =>
  renderPage(
    <RescueForm
      start={{ action: '/app/rescues?shop=a', starting, submit }}
      fields={{ kind: 'filter', smart: 'vip-at-risk' }}
      button={{ text: 'Create rescue', variant: 'primary' }}
    />,
    ENGLISH,
  );

describe('RescueForm', () => {
  it('posts its fields to the rescues, with the parameters that keep the app inside of Shopify', () => {
    show(false);
    fireEvent.click(screen.getByRole('button', { name: 'Create rescue' }));
    expect(submit).toHaveBeenCalledOnce();
    const form = submit.mock.calls[0]?.[0];
    expect(form?.method).toBe('post');
    expect(form?.getAttribute('action')).toBe('/app/rescues?shop=a');
    expect(Object.fromEntries(new FormData(form))).toEqual({ kind: 'filter', smart: 'vip-at-risk' });
  });

  it('is dead while a rescue is on its way, by mouse and by keyboard', () => {
    const { container } = show(true);
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
    const form = container.querySelector('form');
    if (form) fireEvent.submit(form);
    expect(submit).not.toHaveBeenCalled();
  });
});
