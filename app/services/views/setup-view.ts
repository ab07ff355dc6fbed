/** The guide of five steps; each can be left and taken up again. */
export interface SetupView {
  readonly steps: readonly {
    readonly step: 'margin' | 'currency' | 'rescue-limits' | 'ads' | 'slack';
    /** `later`: the product cannot do it yet, and says so. */
    readonly state: 'done' | 'open' | 'later';
  }[];
}
