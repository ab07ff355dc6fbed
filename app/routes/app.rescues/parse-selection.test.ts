import { describe, expect, it } from 'vitest';
import { parseSelection } from './parse-selection';

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('parseSelection', () => {
  it('takes the three ways in which a group is chosen', () => {
    expect(parseSelection(form(['kind', 'recommended']))).toEqual({ kind: 'recommended' });
    expect(parseSelection(form(['kind', 'filter'], ['smart', 'vip-at-risk'], ['search', ' A9 ']))).toEqual({
      ...{ kind: 'filter', smart: 'vip-at-risk', search: 'A9' },
    });
    expect(parseSelection(form(['kind', 'customers'], ['customer', '1'], ['customer', '2']))).toEqual({
      ...{ kind: 'customers', customerIds: ['1', '2'] },
    });
  });

  it('refuses what no page of ours sends, instead of rescuing everybody', () => {
    expect(parseSelection(form())).toBeNull();
    expect(parseSelection(form(['kind', 'everybody']))).toBeNull();
    expect(parseSelection(form(['kind', 'filter'], ['smart', 'tomorrow']))).toBeNull();
  });
});
