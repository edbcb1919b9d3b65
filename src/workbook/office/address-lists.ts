import { codeOfFault, memberOfFault } from "./excel-faults";

/** An Excel of before 2022 takes lists of addresses with the separator of its locale and no other; a later one, with both. */
let separator: "," | ";" = ",";

/** Returns the areas that a list of addresses, with commas, leads to. */
export function areasAt(sheet: Excel.Worksheet, addresses: string): Excel.RangeAreas {
  return sheet.getRanges(addresses.replaceAll(",", separator));
}

/**
 * Does what needs lists of addresses; once more with the other separator, which is kept from then on, where Excel refuses one. `undo`
 * comes between the two.
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
