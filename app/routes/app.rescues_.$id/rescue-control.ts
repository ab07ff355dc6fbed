/** What became of what was pressed. */
export interface RescueAnswer {
  readonly status: 'done' | 'confirmed' | 'not-ready' | 'missing-scope' | 'looked-up-again';
}

export type RescueIntent = 'remove' | 'restore' | 'confirm' | 'undo' | 'retry' | 'discard';

/** How the page sends what is pressed. */
export interface RescueControl {
  /** Of the last press, once the page shows its effect. */
  readonly answer: RescueAnswer['status'] | null;
  /** Under way now. */
  readonly pressed: string | null;
  readonly press: (intent: RescueIntent, customerId?: string) => void;
}
