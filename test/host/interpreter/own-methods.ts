import { HostError, type HostObject } from "../host-object";
import type { Arguments, Given } from "./members";

/**
 * Methods that only the library calls, to find a sheet again or to check an array before it sends it in pieces: the host
 * answers them for any model. Undefined: it is not one of them.
 */
export function callOwn(
  object: HostObject,
  wireName: string,
  args: Arguments,
  workbook: () => HostObject,
): Given | undefined {
  switch (wireName) {
    case "_GetSheetById":
    case "_GetAnotherWorksheetById":
      return { object: workbook().navigate("worksheets")!.item!(args[0] as string) };
    case "_ValidateArraySize":
      if (object.get("rowCount") !== args[0] || object.get("columnCount") !== args[1])
        throw new HostError("InvalidArgument", "The array has not the size of the range.");
      return { value: null };
    default:
      return undefined;
  }
}
