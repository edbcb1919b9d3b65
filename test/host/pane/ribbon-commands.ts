interface Pending {
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** Presses of ribbon buttons, each until the add-in says that it has completed. */
export class RibbonCommands {
  private readonly pending = new Map<string, Pending>();
  private pressed = 0;
  /** Presses for which Excel goes on saying that it is busy: the pane was shown before they had completed (tracker 2877). */
  leftBusy = 0;

  /** Runs a function by the name the manifest gives. Rejects where the page has no such function, or listens to none. */
  run(functionName: string, raise: (data: unknown) => boolean): Promise<void> {
    this.pressed += 1;
    const id = `Command${this.pressed}`;
    return new Promise((done, failed) => {
      this.pending.set(id, { done, failed });
      const event = { source: { id: functionName } };
      if (!raise({ "0": id, "1": functionName, "2": JSON.stringify(event) }))
        this.settle(id)?.failed(new Error("The add-in listens to no command."));
    });
  }

  /** Takes the end of a press: 0, or the number of an error. */
  onCompleted(id: string, status: number): void {
    const press = this.settle(id);
    if (status === 0) press?.done();
    else press?.failed(new Error(`The add-in has no such function (${status}).`));
  }

  /** Takes that the pane was shown by code. */
  onPaneShown(): void {
    this.leftBusy += this.pending.size;
  }

  private settle(id: string): Pending | undefined {
    const press = this.pending.get(id);
    this.pending.delete(id);
    return press;
  }
}
