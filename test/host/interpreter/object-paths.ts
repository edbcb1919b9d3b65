import { pathType, type ArgumentInfo, type Batch, type ObjectPath, type ReferencedIds } from "./batch";
import { HostError, type HostObject, type Wire } from "../host-object";
import type { Arguments, Members } from "./members";
import type { ReferenceIds } from "./reference-ids";
import { callOwn } from "./own-methods";

/** Where a batch starts from. */
export interface Roots {
  workbook(): HostObject;
  /** A service of Office by its full name: `Microsoft.DynamicRibbon.DynamicRibbon`. */
  service(name: string): HostObject;
}

/** A refusal, with the member that was refused: `WorksheetCollection.getItem`. */
export class RefusedAt extends Error {
  constructor(
    readonly refusal: HostError,
    readonly location: string,
  ) {
    super(refusal.message);
  }
}

/**
 * The objects that a batch names, each found once, at its first use: `worksheets.add` is a path, and adds one sheet however
 * often it is used. What hangs from a null object is null.
 */
export class ObjectPaths {
  private readonly found = new Map<number, HostObject | null>();
  private readonly referenceIds = new Map<number, string>();

  constructor(
    private readonly paths: Batch["ObjectPaths"],
    private readonly roots: Roots,
    private readonly members: Members,
    private readonly references: ReferenceIds,
  ) {}

  object(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (path === undefined) throw new HostError("InvalidArgument", `No object path ${id}.`);
    const object = this.resolve(path);
    this.found.set(id, object);
    return object;
  }

  /** Keeps a path's object for later requests, under an id told with its next result. */
  keep(id: number): void {
    const object = this.object(id);
    if (object !== null) this.referenceIds.set(id, this.references.keep(object));
  }

  referenceId(id: number): string | null {
    return this.referenceIds.get(id) ?? null;
  }

  /** Arguments of a method, objects in the place of their ids. */
  arguments(info: ArgumentInfo | undefined): Arguments {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, ids[index] ?? 0));
  }

  private argument(value: Wire, id: number | ReferencedIds): Wire | HostObject {
    if (typeof id !== "number") {
      if (ids(id).length === 0) return value;
      throw new HostError("NotImplemented", "A list of objects as an argument.");
    }
    return id === 0 ? value : this.object(id);
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case pathType.globalObject:
        return this.roots.workbook();
      case pathType.newObject:
        return this.roots.service(path.Name);
      case pathType.reference:
        return this.kept(path);
      case pathType.nullObject:
        return null;
      default:
        return this.child(path);
    }
  }

  private kept(path: ObjectPath): HostObject {
    this.referenceIds.set(path.Id, path.Name);
    return located("", () => this.references.find(path.Name));
  }

  private child(path: ObjectPath): HostObject | null {
    const parent = this.object(path.ParentObjectPathId!);
    if (parent === null) return null;
    const args = this.arguments(path.ArgumentInfo);
    return located(`${parent.className}.${nameOfPath(path)}`, () => {
      switch (path.ObjectPathType) {
        case pathType.property:
          return this.members.navigate(parent, path.Name);
        case pathType.indexer:
          if (parent.item === undefined) throw new HostError("NotImplemented", `${parent.className} has no items.`);
          return parent.item(args[0] as Wire);
        case pathType.method:
          return this.fromMethod(parent, path.Name, args);
        default:
          throw new HostError("NotImplemented", `Object paths of type ${path.ObjectPathType}.`);
      }
    });
  }

  private fromMethod(parent: HostObject, name: string, args: Arguments): HostObject | null {
    const given = callOwn(parent, name, args, () => this.roots.workbook()) ?? this.members.call(parent, name, args);
    if (!("object" in given)) throw new Error(`${parent.className}.${name} of the host's model gives no object.`);
    return given.object;
  }
}

const ids = (nested: ReferencedIds): number[] =>
  nested.flatMap((id) => (typeof id === "number" ? (id === 0 ? [] : [id]) : id === null ? [] : ids(id)));

/** `getItem` of what the wire calls `GetItem`. */
export const publicName = (wireName: string) => wireName.replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** An indexer has no name of its own. */
const nameOfPath = ({ ObjectPathType, Name }: ObjectPath) =>
  ObjectPathType === pathType.indexer ? "getItem" : publicName(Name);

/** Runs, and says where a refusal came from. */
export function located<T>(location: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof HostError ? new RefusedAt(error, location) : error;
  }
}
