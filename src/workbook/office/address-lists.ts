import { codeOfFault, memberOfFault } from "./excel-faults";

/** Before 2022, Excel accepted only the list separator of its locale in an address list; it now accepts both. */
let separator: "," | ";" = ",";

/** Returns the areas of a comma-separated list of addresses. */
export function areasAt(sheet: Excel.Worksheet, addresses: string): Excel.RangeAreas {
  return sheet.getRanges(addresses.replaceAll(",", separator));
}

/**
 * Runs an operation that uses address lists. When Excel refuses one, calls `undo` and runs the operation again with the
 * other separator, which is kept from then on.
 */
export async function withAddressLists<T>(operation: () => Promise<T>, undo: () => Promise<unknown>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (codeOfFault(error) !== "InvalidArgument" || !/\bgetRanges\b/i.test(memberOfFault(error))) throw error;
    await undo();
    separator = separator === "," ? ";" : ",";
    return operation();
  }
}
