/** Things asked one after the other, or at once: each is done when those before it are, whatever became of them. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  do<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.last.then(act);
    this.last = done.catch(() => undefined);
    return done;
  }
}
