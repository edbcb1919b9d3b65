import type { Wire } from "./excel-page";

/** The wire of an Excel whose answers can be kept back, so that what the pane shows meanwhile stays. */
export class HeldAnswers implements Wire {
  private held: (() => void)[] = [];
  /** How many answers still go through; null where all do. */
  private left: number | null = null;

  constructor(private readonly excel: Wire) {}

  receive(message: string, post: (message: string) => void): void {
    this.excel.receive(message, (answer) => {
      if (this.left === null) return post(answer);
      if (this.left === 0) return void this.held.push(() => post(answer));
      this.left -= 1;
      post(answer);
    });
  }

  /** Lets so many answers through, from now on, and keeps back those that follow. */
  hold(after = 0): void {
    this.left = after;
  }

  /** Lets one more through. */
  letOne(): void {
    const give = this.held.shift();
    if (give !== undefined) give();
    else if (this.left !== null) this.left += 1;
  }

  /** Gives every answer kept back, in order, and keeps back none any more. */
  release(): void {
    this.left = null;
    for (const give of this.held.splice(0)) give();
  }
}
