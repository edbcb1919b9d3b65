import type { QueryInfo } from "./batch";
import { HostError, type HostObject, type Wire } from "../host-object";
import type { Members } from "./members";
import type { ClassSchema } from "./schema";

/** Properties asked for: those of each name, under it; a leaf that is a navigation asks for all its scalars. */
type Selection = Map<string, Selection>;

/** Names of what is given: those of the wire, or those that `retrieve()` hands out as they are. */
type Naming = "wire" | "json";

/**
 * What `load` brings of an object: scalars by name, navigations nested, the items of a collection each with its id, by which
 * the library then addresses it. Without names, or with `*`, all scalars that the declared API sets know.
 */
export function queryObject(object: HostObject, info: QueryInfo, members: Members, naming: Naming): Wire {
  const names = [...(info.Select ?? []), ...(info.Expand ?? [])];
  const selection = selectionOf(names.length === 0 ? ["*"] : names);
  return describe(object, selection, members, naming, info);
}

function selectionOf(names: readonly string[]): Selection {
  const selection: Selection = new Map();
  for (const name of names) {
    let level = selection;
    for (const step of name.split(/[/.]/)) {
      const next = level.get(step) ?? new Map();
      level.set(step, next);
      level = next;
    }
  }
  return selection;
}

function describe(
  object: HostObject,
  selection: Selection,
  members: Members,
  naming: Naming,
  page: QueryInfo = {},
): Wire {
  const known = members.classOf(object);
  if (known === null) return {};
  const whole = selection.size === 0 ? selectionOf(["*"]) : selection;
  if (!known.isCollection)
    return { ...identityOf(object, known, naming), ...read(object, known, whole, members, naming) };
  // A name may be the collection's own (`tables/count`); any other is its items'.
  const own: Selection = new Map([...whole].filter(([name]) => known.scalars.has(name)));
  const ofItems: Selection = new Map([...whole].filter(([name]) => !known.scalars.has(name)));
  if (object.items === undefined) throw new HostError("NotImplemented", `${known.name}.items`);
  const from = page.Skip ?? 0;
  const items = object.items().slice(from, page.Top === undefined ? undefined : from + page.Top);
  return {
    ...read(object, known, own, members, naming),
    [naming === "wire" ? "_Items" : "items"]: items.map((item) => describe(item, ofItems, members, naming)),
  };
}

function read(
  object: HostObject,
  known: ClassSchema,
  selection: Selection,
  members: Members,
  naming: Naming,
): Record<string, Wire> {
  const found: Record<string, Wire> = {};
  for (const [name, below] of selection) {
    if (name === "*") {
      for (const scalar of known.scalars.values())
        if (!scalar.name.startsWith("_") && members.has(scalar)) found[keyOf(scalar, naming)] = object.get(scalar.name);
      continue;
    }
    const member = known.scalars.get(name) ?? known.navigations.get(name);
    if (member === undefined) throw new HostError("InvalidArgument", `${known.name} has no property ${name}.`);
    if (!members.has(member)) throw new HostError("ApiNotFound", `${known.name}.${name} is of a later API set.`);
    if (known.scalars.has(name)) {
      found[keyOf(member, naming)] = object.get(name);
      continue;
    }
    const next = object.navigate(name);
    found[keyOf(member, naming)] = next === null ? null : describe(next, below, members, naming);
  }
  return found;
}

const keyOf = (member: { readonly name: string; readonly wireName: string }, naming: Naming) =>
  naming === "wire" ? member.wireName : member.name;

/** `Id`, or `_Id` of a class that keeps it to itself. */
export function identityOf(
  object: HostObject,
  known: ClassSchema | null,
  naming: Naming = "wire",
): Record<string, Wire> {
  const scalar = known?.scalars.get("id") ?? known?.scalars.get("_Id");
  return scalar === undefined || object.id === undefined ? {} : { [keyOf(scalar, naming)]: object.id };
}
