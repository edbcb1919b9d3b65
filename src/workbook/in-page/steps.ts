import type { SavedFile, UserStep } from "./page-workbook";

/** The changes made to the user's sheets, the last of which can be undone, then redone. */
export class UserSteps {
  private done: readonly UserStep[] = [];
  private undone: readonly UserStep[] = [];

  /** The changes that are not undone; a new list after each change. */
  get current(): readonly UserStep[] {
    return this.done;
  }

  add(step: UserStep): void {
    this.done = [...this.done, step];
    this.undone = [];
  }

  takeBack(): void {
    this.undone = [...this.undone, ...this.done.slice(-1)];
    this.done = this.done.slice(0, -1);
  }

  redo(): void {
    this.done = [...this.done, ...this.undone.slice(-1)];
    this.undone = this.undone.slice(0, -1);
  }
}

/** A saved file, and the number of its state. */
interface FileOfState extends SavedFile {
  readonly state: number | undefined;
}

/**
 * Tracks which state of a workbook is in a file, along the changes that led to it: going back to a saved state makes
 * the workbook saved again. A state that is not known to be saved counts as unsaved.
 */
export class SavedStates {
  private count = 0;
  /** The numbers of the states gone through; the last one is current. */
  private path: number[] = [0];
  private saved: number | undefined = 0;
  private given: FileOfState | null = null;
  private all: readonly FileOfState[] = [];

  get isSaved(): boolean {
    return this.path.at(-1) === this.saved;
  }

  /** Records a change. */
  forth(): void {
    this.path.push(++this.count);
  }

  /** Records that the last change was undone. */
  back(): void {
    this.path.pop();
    if (this.path.length === 0) this.forth();
  }

  /** Records that a generation was undone below later changes. */
  elsewhere(): void {
    this.path = [++this.count];
  }

  /** The files saved on the way to the present state, the last one at the end. */
  get files(): readonly SavedFile[] {
    return this.all.filter(({ state }) => state !== undefined && this.path.includes(state));
  }

  /** Records that the bytes of the current state were returned, to be put into a file. */
  give(file: SavedFile): void {
    this.given = { ...file, state: this.path.at(-1) };
  }

  /** Records that the bytes returned last are in a file. */
  save(): void {
    if (this.given === null) return;
    this.saved = this.given.state;
    this.all = [...this.all, this.given];
  }
}
