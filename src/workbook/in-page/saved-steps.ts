/**
 * Which state of a workbook is in a file, by the steps that led to it: one that is gone back to is saved again where it was. A state is
 * never taken for one that is saved where that is not known.
 */
export class SavedSteps {
  private count = 0;
  /** The states gone through, by their number; the last is the one that stands. */
  private path: number[] = [0];
  private saved: number | undefined = 0;
  private given: number | undefined;

  get isSaved(): boolean {
    return this.path.at(-1) === this.saved;
  }

  /** Something was done. */
  forth(): void {
    this.path.push(++this.count);
  }

  /** The last thing done was taken back. */
  back(): void {
    this.path.pop();
    if (this.path.length === 0) this.forth();
  }

  /** Something else was taken back, from under what was done since. */
  elsewhere(): void {
    this.path = [++this.count];
  }

  /** The state that stands is given, to be put in a file. */
  give(): void {
    this.given = this.path.at(-1);
  }

  /** What was given last is in a file. */
  save(): void {
    this.saved = this.given;
  }
}
