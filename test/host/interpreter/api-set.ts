/** An API set that a member belongs to: `ExcelApi` 1.12. */
export interface ApiNeed {
  readonly set: string;
  readonly major: number;
  readonly minor: number;
}

/** API sets a host declares, with the newest version of each: `{ ExcelApi: "1.14" }`. */
export type DeclaredSets = Readonly<Record<string, string>>;

/** What Excel 2021 has, and the sets that its shared runtime needs. */
export const office2021: DeclaredSets = {
  ExcelApi: "1.14",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.3",
  SharedRuntime: "1.1",
  AddinCommands: "1.1",
  RibbonApi: "1.1",
  DialogApi: "1.1",
  Settings: "1.1",
  RichApiRuntime: "1.2",
  DelayForCellEdit: "1.1",
};

/** Returns the sets of an Excel that has no custom functions, as Microsoft's pages say, some of them, of a volume-licensed 2021. */
export function withoutFunctions(sets: DeclaredSets): DeclaredSets {
  return Object.fromEntries(Object.entries(sets).filter(([name]) => !name.startsWith("CustomFunctions")));
}

export function readApiSet(set: string, version: string): ApiNeed {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { set, major, minor };
}

/** Whether a member's set is within the declared ones; a member of no set was there from the start. */
export function isDeclared(need: ApiNeed | null, declared: DeclaredSets): boolean {
  if (need === null) return true;
  const version = declared[need.set];
  if (version === undefined) return false;
  const { major, minor } = readApiSet(need.set, version);
  return need.major < major || (need.major === major && need.minor <= minor);
}
