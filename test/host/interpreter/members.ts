import { isDeclared, type ApiNeed, type DeclaredSets } from "./api-set";
import { HostError, type HostObject, type Wire } from "../host-object";
import type { ClassSchema, Schema } from "./schema";

export type Arguments = readonly (Wire | HostObject)[];

/** What a method gives: an object, a null object, or a value. */
export type Given = { readonly object: HostObject | null } | { readonly value: Wire };

const isHostObject = (given: unknown): given is HostObject =>
  typeof given === "object" && given !== null && "className" in given && "call" in given;

/**
 * Members of objects under the names of the wire, refused as Excel does: a name its class has not (`ApiNotFound`), a member
 * of an API set beyond the declared ones (`ApiNotFound`), a write to what is read-only (`AccessDenied`), and any write where
 * the workbook is read-only. Services of Office, which the schema does not describe, answer for themselves.
 */
export class Members {
  constructor(
    private readonly schema: Schema,
    private readonly declared: DeclaredSets,
    private readonly readOnly: boolean,
  ) {}

  classOf(object: HostObject): ClassSchema | null {
    const found = this.schema.get(object.className);
    if (found === undefined && !object.className.startsWith("Microsoft."))
      throw new Error(`The host's model has an object of class ${object.className}, which Excel has not.`);
    return found ?? null;
  }

  navigate(object: HostObject, wireName: string): HostObject | null {
    const known = this.classOf(object);
    if (known === null) return object.navigate(wireName);
    const member = known.wireNavigations.get(wireName);
    if (member === undefined) throw unknown(known, wireName);
    this.check(member.need);
    return object.navigate(member.name);
  }

  set(object: HostObject, wireName: string, value: Wire): void {
    const known = this.classOf(object);
    if (known === null) return object.set(wireName, value);
    const member = known.wireScalars.get(wireName);
    if (member === undefined) throw unknown(known, wireName);
    this.check(member.need);
    if (!member.writable) throw new HostError("AccessDenied", `${known.name}.${member.name} is read-only.`);
    if (this.readOnly) throw new HostError("AccessDenied", "The workbook is read-only.");
    object.set(member.name, value);
  }

  call(object: HostObject, wireName: string, args: Arguments): Given {
    const known = this.classOf(object);
    // Items that have no id are asked for by their index, a call of the library's own.
    if (known?.isCollection && wireName === "GetItemAt" && object.items) return { object: itemAt(object, args[0]) };
    const member = known?.wireMethods.get(wireName);
    if (known !== null && member === undefined) throw unknown(known, wireName);
    this.check(member?.need ?? null);
    // A worksheet function computes and `getRowProperties` looks, though the library calls neither a read.
    const looks = known?.name === "Functions" || member?.name.startsWith("get") === true;
    if (this.readOnly && member?.writes && !looks) throw new HostError("AccessDenied", "The workbook is read-only.");
    const given = object.call(member?.name ?? wireName, args);
    if (given === undefined) return { value: null };
    return given === null || isHostObject(given) ? { object: given } : given;
  }

  private check(need: ApiNeed | null): void {
    if (!isDeclared(need, this.declared))
      throw new HostError("ApiNotFound", `This Excel has no ${need!.set} ${need!.major}.${need!.minor}.`);
  }

  /** Whether a member is within the declared API sets. */
  has(member: { readonly need: ApiNeed | null }): boolean {
    return isDeclared(member.need, this.declared);
  }
}

function itemAt(collection: HostObject, index: Wire | HostObject | undefined): HostObject {
  const item = collection.items!()[Number(index)];
  if (item === undefined) throw new HostError("InvalidArgument", `No item at ${String(index)}.`);
  return item;
}

const unknown = (known: ClassSchema, wireName: string) =>
  new HostError("ApiNotFound", `${known.name} has no ${wireName}.`);
