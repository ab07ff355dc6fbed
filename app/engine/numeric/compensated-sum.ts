/**
 * Sum that keeps the lost low-order bits (Neumaier 1974): the order of the terms stops mattering for all practical
 * purposes, so totals do not depend on how a database returned its rows.
 */
export class CompensatedSum {
  private total = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.total + value;
    this.lost +=
      Math.abs(this.total) >= Math.abs(value) ? this.total - next + value : value - next + this.total;
    this.total = next;
  }

  get value(): number {
    return this.total + this.lost;
  }
}
