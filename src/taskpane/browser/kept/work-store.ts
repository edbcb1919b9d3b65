import type { UserStep } from "../../../workbook/in-page";
import type { SavedView } from "../../operations/environment";

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
}

/** The store of kept works, one file for each; each operation rejects when the browser keeps nothing. */
export interface WorkStore {
  /** Gives all that is kept, the last first. */
  readonly all: () => Promise<readonly KeptWork[]>;
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
  find: (fingerprint) => inDatabase("readonly", (store) => store.get(fingerprint) as IDBRequest<KeptWork | undefined>),
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
