import { checkChildren, checkOwnAttributes } from "./known-markup";
import { damaged } from "./opened-file";
import { deflated, packPart, zipOf, type PackedPart } from "./pack-zip";
import { childrenOf, newElement, parseXml, rootOf, xmlBytes, type Document, type Element } from "./xml";
import { ZipFile } from "./zip-file";

/** A link of a part to another part, or to the outside. */
export interface Relationship {
  readonly id: string;
  /** Last segment of its type: `worksheet`, `styles`, `hyperlink`… the same in both flavours of the standard. */
  readonly kind: string;
  /** Path of the part it leads to, or the target as written where it is external. */
  readonly target: string;
  readonly external: boolean;
}

const contentTypesPath = "[Content_Types].xml";
/** The content type of a sheet of cells. */
export const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

const inRelationships = new Set(["Relationship"]);
const ofRelationship = new Set(["Id", "Type", "Target", "TargetMode"]);
/** How parts that are read are linked, by the last word of their content type. */
const kindOfType = new Map([
  ["worksheet+xml", "worksheet"],
  ["chartsheet+xml", "chartsheet"],
  ["dialogsheet+xml", "dialogsheet"],
  ["styles+xml", "styles"],
  ["sharedStrings+xml", "sharedStrings"],
  ["comments+xml", "comments"],
  ["threadedcomments+xml", "threadedComment"],
  ["table+xml", "table"],
]);

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Returns the part that a relative target of another part leads to. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folderOf(from).split("/").filter(Boolean);
  for (const step of target.split("/"))
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  return steps.join("/");
}

export function relationshipsPath(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** An OPC package in memory: its parts, how they are linked, and their content types. */
export class Package {
  private contentTypes: Document | null = null;
  /** What the content types say of one part alone, by its path in lower case. */
  private readonly overrides = new Map<string, Element>();

  /** Parts by path, in the order of the file; null: as in the zip. */
  private readonly parts: Map<string, Uint8Array | null>;
  /** Paths as the zip writes them, by those in lower case: a link may write one in another case. */
  private readonly written: ReadonlyMap<string, string>;

  constructor(private readonly zip: ZipFile) {
    this.parts = new Map(zip.paths.map((path) => [path, null]));
    this.written = new Map(zip.paths.map((path) => [path.toLowerCase(), path]));
  }

  /** Opens a zip. Throws when its list of parts is damaged; a part is checked when it is read. */
  static open(bytes: Uint8Array): Package {
    return new Package(new ZipFile(bytes));
  }

  /** Returns the path of the workbook's part, or null when the package holds no workbook. */
  workbookPath(): string | null {
    const link = this.relationships("").find(({ kind }) => kind === "officeDocument");
    return link !== undefined && this.parts.has(link.target) ? link.target : null;
  }

  has(path: string): boolean {
    return this.parts.has(this.asWritten(path));
  }

  private asWritten(path: string): string {
    return this.written.get(path.toLowerCase()) ?? path;
  }

  read(path: string): Uint8Array {
    const bytes = this.parts.get(this.asWritten(path));
    if (bytes === undefined) throw damaged(path);
    return bytes ?? this.zip.read(path);
  }

  /** Returns the first bytes of a part, that many or more when it has them. */
  start(path: string, length: number): Uint8Array {
    return this.parts.get(this.asWritten(path)) ?? this.zip.start(path, length);
  }

  xml(path: string): Document {
    return parseXml(this.read(path), path);
  }

  write(path: string, content: Uint8Array | Document): void {
    this.parts.set(this.asWritten(path), content instanceof Uint8Array ? content : xmlBytes(content));
  }

  /** Returns a path that is free: `xl/charts/chart#.xml` with the first number that no part has. */
  freePath(pattern: string): string {
    const taken = new Set([...this.parts.keys()].map((path) => path.toLowerCase()));
    for (let number = 1; ; number++) {
      const path = pattern.replace("#", String(number));
      if (!taken.has(path.toLowerCase())) return path;
    }
  }

  /** Returns what a part links to; `""` is the package itself. */
  relationships(part: string): Relationship[] {
    const path = this.asWritten(relationshipsPath(part));
    if (!this.parts.has(path)) return [];
    const root = rootOf(this.xml(path));
    checkChildren(root, inRelationships, path);
    return childrenOf(root, "Relationship").map((element) => {
      checkOwnAttributes(element, ofRelationship, path);
      const external = element.getAttribute("TargetMode") === "External";
      const target = element.getAttribute("Target") ?? "";
      const link = {
        id: element.getAttribute("Id") ?? "",
        kind: (element.getAttribute("Type") ?? "").split("/").pop()!,
        target: external ? target : this.asWritten(resolve(part, target)),
        external,
      };
      if (!this.isOfItsKind(link)) throw damaged(path);
      return link;
    });
  }

  /** Returns whether a link says of a part that is read what the part's own type says: it is passed over by another. */
  private isOfItsKind({ kind, target, external }: Relationship): boolean {
    const type = external ? null : this.override(target)?.getAttribute("ContentType");
    return (kindOfType.get(type?.split(/[.-]/).pop() ?? "") ?? kind) === kind;
  }

  contentType(path: string): string | null {
    const extension = path.split(".").pop()!.toLowerCase();
    const defaults = childrenOf(rootOf(this.types()), "Default");
    const byExtension = defaults.find((element) => element.getAttribute("Extension")?.toLowerCase() === extension);
    return (this.override(path) ?? byExtension)?.getAttribute("ContentType") ?? null;
  }

  setContentType(path: string, type: string): void {
    const existing = this.override(path);
    if (existing !== null) existing.setAttribute("ContentType", type);
    else {
      const root = rootOf(this.types());
      const added = newElement(root, "Override", { PartName: `/${path}`, ContentType: type });
      this.overrides.set(path.toLowerCase(), added);
      root.appendChild(added);
    }
  }

  /** Returns every part that can be reached from the package's own links. */
  reachable(): Set<string> {
    const reached = new Set<string>();
    const waiting = [""];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop())
      for (const link of this.relationships(part))
        if (!link.external && this.parts.has(link.target) && !reached.has(link.target)) {
          reached.add(link.target);
          waiting.push(link.target);
        }
    return reached;
  }

  /** Forgets what a part links to. */
  unlink(path: string): void {
    this.parts.delete(this.asWritten(relationshipsPath(path)));
  }

  /** Takes a part out, with its links and its content type. */
  remove(path: string): void {
    this.parts.delete(this.asWritten(path));
    this.unlink(path);
    const override = this.override(path);
    override?.parentNode?.removeChild(override);
    this.overrides.delete(path.toLowerCase());
  }

  /** Returns the package as a zip, in which parts that nobody wrote are as they were: packed already, and not checked again. */
  toBytes(): Uint8Array {
    if (this.contentTypes !== null) this.write(contentTypesPath, this.contentTypes);
    return zipOf([...this.parts].map(([path, bytes]) => [path, bytes ? packPart(path, bytes) : this.untouched(path)]));
  }

  /**
   * Returns a part that nobody wrote, as it is held. A part that is held without compression, though it could be
   * shorter, is packed.
   */
  private untouched(path: string): PackedPart {
    const part = this.zip.packed(path);
    return part.method === deflated ? part : packPart(path, this.zip.read(path));
  }

  private types(): Document {
    if (this.contentTypes === null) {
      this.contentTypes = this.xml(contentTypesPath);
      for (const element of childrenOf(rootOf(this.contentTypes), "Override").reverse())
        this.overrides.set((element.getAttribute("PartName") ?? "").replace(/^\//, "").toLowerCase(), element);
    }
    return this.contentTypes;
  }

  private override(path: string): Element | null {
    this.types();
    return this.overrides.get(path.toLowerCase()) ?? null;
  }
}

/** The parts of a package by path, in the order of the file. */
type Parts = Map<string, Uint8Array>;

/** Unpacks a zip. Throws when it is truncated or damaged. */
export function unzip(bytes: Uint8Array): Parts {
  const file = new ZipFile(bytes);
  return new Map(file.paths.map((path) => [path, file.read(path)]));
}

/** Packs parts into a zip, in their order. */
export function zip(parts: Parts): Uint8Array {
  return zipOf([...parts].map(([path, bytes]) => [path, packPart(path, bytes)]));
}
