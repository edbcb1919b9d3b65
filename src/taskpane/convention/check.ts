import { loadConvention, type Convention, type ConventionFault } from "../../tariff";
import type { Draft, FieldPlace } from "./draft";
import { fieldName } from "./field-kinds";
import { rankOf } from "./sections";

/**
 * A fault at a field of a draft, by the code of its text; `value`: the content of the field, blank when it only has to
 * be filled.
 */
export interface FieldFault extends FieldPlace {
  readonly code: FaultCode;
  readonly value: string;
}

/** The result of a check: the convention of the draft, or its faults in the order of the screen. */
interface Checked {
  readonly convention: Convention | null;
  readonly faults: readonly FieldFault[];
}

/** The text of a fault at its field, by the code of the loader; some fields have their own. */
const faultCodes = {
  "grid-no-rows": "no-row",
  "grid-bad-code": "code",
  "grid-bad-date": "date",
  "grid-dates-reversed": "reversed",
  "grid-bad-amount": "amount",
  "grid-duplicate-code": "twice",
  "grid-duplicate-wording": "twice",
  "grid-bad-cap": "cap",
  "convention-bad-short-name": "short",
  "convention-bad-noun": "noun",
  "convention-bad-count-day": "day",
  "grid-not-a-record": "day",
  "convention-bad-service": "service",
} as const satisfies Partial<Record<ConventionFault["code"], string>>;

type FaultCode =
  | (typeof faultCodes)[keyof typeof faultCodes]
  | "blank"
  | "insee"
  | "siren"
  | "siren-key"
  | "year"
  | "last-day"
  | "overlap"
  | "noun-english"
  | "no-member"
  | "other";

/** Checks a draft as strictly as the sheets of a workbook; at most one fault per field. */
export function checkDraft(draft: Draft): Checked {
  const loaded = loadConvention(draft, "workbook");
  if (loaded.ok) return { convention: loaded.value, faults: [] };
  const faults = new Map<string, FieldFault>();
  for (const { file, code, params } of loaded.error) {
    const { field, value } = params;
    const key = placeKey({ file, field });
    if (!faults.has(key)) faults.set(key, { file, field, value, code: codeOf(code, field, value) });
  }
  // In each file, the loader goes in the order of lists.
  const inOrder = [...faults.values()].sort((a, b) =>
    a.file === "convention" && b.file === a.file ? rankOf(fieldName(a.field)) - rankOf(fieldName(b.field)) : 0,
  );
  return { convention: null, faults: inOrder };
}

/** Returns a key of a place, which is also the id of its field. */
export function placeKey({ file, field }: FieldPlace): string {
  return `${file}-${field}`;
}

function codeOf(code: ConventionFault["code"], field: string, value: string): FaultCode {
  if (value === "" || value === "null") return "blank";
  const name = fieldName(field);
  if (code === "grid-no-rows" && name === "communes") return "no-member";
  if (code === "grid-bad-code" && name.endsWith("siren")) return /^\d{9}$/.test(value) ? "siren-key" : "siren";
  if (code === "grid-bad-code" && name !== "rows.code") return "insee";
  if (code === "grid-dates-reversed" && name === "from") return "overlap";
  if (code === "convention-bad-noun" && name.endsWith("english")) return "noun-english";
  if (code === "grid-bad-date" && name === "communes.to") return "last-day";
  if (name === "renewedFrom") return "year";
  return code in faultCodes ? faultCodes[code as keyof typeof faultCodes] : "other";
}
