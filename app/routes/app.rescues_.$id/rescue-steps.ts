export const RESCUE_STEPS = ['group', 'offer', 'create'] as const;
export type RescueStep = (typeof RESCUE_STEPS)[number];

/** The step that an address asks for; the first where it asks for none. */
export function stepOf(search: URLSearchParams): RescueStep {
  return RESCUE_STEPS.find((step) => step === search.get('step')) ?? 'group';
}

export function stepUrl(id: string, step: RescueStep): string {
  return step === 'group' ? `/app/rescues/${id}` : `/app/rescues/${id}?step=${step}`;
}
