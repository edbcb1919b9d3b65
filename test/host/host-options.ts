import type { FunctionsFile } from "./functions/function-metadata";
import type { HostObject } from "./host-object";
import type { DeclaredSets } from "./interpreter/api-set";

/** What holds the workbook that is open: the one of `test/host/model`, or a test's own. */
export interface Opened {
  /** The `Workbook`; asked again for each request, so that a test may open another. */
  readonly root: HostObject;
}

export interface HostOptions {
  readonly locale?: "fr-FR" | "en-US";
  /** Last segment of the document's address. */
  readonly file?: string;
  readonly readOnly?: boolean;
  /** Declared instead of those of Office 2021, name by name. */
  readonly apiSets?: DeclaredSets;
  /** No custom function: this Excel has none, and says so by its API sets; or it says that it has some, and never registers the add-in's. */
  readonly withoutFunctions?: "none" | "unregistered";
  /** What the add-in's `functions.json` holds. */
  readonly customFunctions?: FunctionsFile;
}
