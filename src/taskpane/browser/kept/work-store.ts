import type { KeptJournal } from "../../../documents";
import type { UserStep } from "../../../workbook/in-page";
import type { SavedView } from "../../operations/environment";

/** A file that the page saved, and how many of the kept steps it holds. */
export interface SavedWork {
  readonly file: string;
  readonly fingerprint: string;
  readonly steps: number;
}

/** An état marked as issued, as it is said: no name is kept. */
export interface KeptIssue {
  readonly campaign: number;
  readonly number: string;
  readonly version: number;
  /** `2014-11-25`. */
  readonly date: string;
  /** The total of the titre, in digits; empty when its row was taken out of the Journal. */
  readonly total: string;
}

/** Work on a file that no file has yet: what was changed and chosen in it, never the file itself. */
export interface KeptWork {
  /** The fingerprint of the file: its steps apply to that file only. */
  readonly fingerprint: string;
  readonly file: string;
  /** Files that were read with it. */
  readonly others: readonly string[];
  /** Civil date and time of the place, `2014-11-25 14:03:59`. */
  readonly at: string;
  readonly steps: readonly UserStep[];
  readonly view: SavedView;
  /** How many cells were changed. */
  readonly cells: number;
  readonly choices: number;
  /** The total of the titre, in digits. */
  readonly total: string;
  readonly errors: number;
  /** Whether documents had been generated, which must be made again. */
  readonly hasDocuments: boolean;
  /** Sheets whose changes are not kept, because they may name pupils. */
  readonly without: readonly string[];
  /** The Journal, when it marks an état as issued; absent otherwise. */
  readonly journal?: KeptJournal;
  /** The états that it marks as issued; absent from works kept by earlier versions. */
  readonly issued?: readonly KeptIssue[];
  /** The files saved since the file was opened, on which the work can go on too; absent likewise. */
  readonly saves?: readonly SavedWork[];
}

/**
 * Returns how many steps of a work a file holds: none for the file that it was begun on, some for one that the page
 * saved since; null for any other file.
 */
export function stepsHeld({ fingerprint, saves = [] }: KeptWork, file: string): number | null {
  if (file === fingerprint) return 0;
  return saves.findLast((one) => one.fingerprint === file)?.steps ?? null;
}

/** Returns the name of the file of a work that the page saved last; empty without any. */
export function savedFileOf({ saves = [] }: KeptWork): string {
  return saves.at(-1)?.file ?? "";
}

/** The store of kept works, one file for each; each operation rejects when the browser keeps nothing. */
export interface WorkStore {
  /** Gives all that is kept, the last first. */
  readonly all: () => Promise<readonly KeptWork[]>;
  /** Gives the work that can go on with a file, given its fingerprint. */
  readonly find: (fingerprint: string) => Promise<KeptWork | undefined>;
  readonly keep: (work: KeptWork) => Promise<unknown>;
  readonly forget: (fingerprint: string) => Promise<unknown>;
}

/** The browser's own database: it leaves neither the browser nor the computer. */
export const browserStore: WorkStore = {
  all: async () => {
    const works = await inDatabase("readonly", (store) => store.getAll() as IDBRequest<KeptWork[]>);
    return works.sort((one, other) => (one.at < other.at ? 1 : -1));
  },
  find: async (fingerprint) => (await browserStore.all()).find((work) => stepsHeld(work, fingerprint) !== null),
  keep: (work) => inDatabase("readwrite", (store) => store.put(work)),
  forget: (fingerprint) => inDatabase("readwrite", (store) => store.delete(fingerprint)),
};

const works = "works";

async function inDatabase<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(works, mode);
      const asked = ask(transaction.objectStore(works));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("The browser keeps nothing."));
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("ordiclasse", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(works, { keyPath: "fingerprint" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("The browser opens no database."));
  });
}
