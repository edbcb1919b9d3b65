import { faultOf } from "./faults";
import type { Outcome } from "./types";

/** Opens a workbook beside this one, from the bytes of a file: unsaved, and without a name yet. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Outcome> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return { ok: true };
  } catch (error) {
    return { ok: false, anomaly: faultOf(error, "untouched") };
  }
}

/** Bytes given at once to a function that takes them as arguments, of which an engine allows so many. */
const bytesAtOnce = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += bytesAtOnce)
    text += String.fromCharCode(...bytes.subarray(from, from + bytesAtOnce));
  return btoa(text);
}
