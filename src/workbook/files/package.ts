import { checkChildren, checkOwnAttributes } from "./known-markup";
import { damaged } from "./opened-file";
import { deflated, packPart, zipOf, type PackedPart } from "./pack-zip";
import { childrenOf, newElement, parseXml, rootOf, xmlBytes, type Document, type Element } from "./xml";
import { ZipFile } from "./zip-file";

/** A link of a part to another part, or to a target outside the package. */
export interface Relationship {
  readonly id: string;
  /** The last segment of its type: `worksheet`, `styles`, `hyperlink`…, the same in both variants of the standard. */
  readonly kind: string;
  /** The path of the part, or the target as written when it is external. */
  readonly target: string;
  readonly external: boolean;
}

const contentTypesPath = "[Content_Types].xml";
/** The content type of a worksheet. */
export const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

const inRelationships = new Set(["Relationship"]);
const ofRelationship = new Set(["Id", "Type", "Target", "TargetMode"]);
/** The expected kind of link to a part, by the end of its content type. */
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

/** Returns the path of a relative target, seen from another part. */
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

/** An OPC package in memory: its parts, their links and their content types. */
export class Package {
  private contentTypes: Document | null = null;
  /** The content types of single parts, by path in lower case. */
  private readonly overrides = new Map<string, Element>();

  /** Contents by path, in the order of the file; null for an unchanged part, still in the zip. */
  private readonly parts: Map<string, Uint8Array | null>;
  /** Paths as written in the zip, by path in lower case: links may use another case. */
  private readonly written: ReadonlyMap<string, string>;

  constructor(private readonly zip: ZipFile) {
    this.parts = new Map(zip.paths.map((path) => [path, null]));
    this.written = new Map(zip.paths.map((path) => [path.toLowerCase(), path]));
  }

  /** Opens a zip. Throws when its directory is damaged; each part is checked when it is read. */
  static open(bytes: Uint8Array): Package {
    return new Package(new ZipFile(bytes));
  }

  /** Returns the path of the workbook's part; null when the package holds no workbook. */
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

  /** Returns at least the first `length` bytes of a part, or all of a shorter one. */
  start(path: string, length: number): Uint8Array {
    return this.parts.get(this.asWritten(path)) ?? this.zip.start(path, length);
  }

  xml(path: string): Document {
    return parseXml(this.read(path), path);
  }

  write(path: string, content: Uint8Array | Document): void {
    this.parts.set(this.asWritten(path), content instanceof Uint8Array ? content : xmlBytes(content));
  }

  /** Returns an unused path: `xl/charts/chart#.xml` with the first free number. */
  freePath(pattern: string): string {
    const taken = new Set([...this.parts.keys()].map((path) => path.toLowerCase()));
    for (let number = 1; ; number++) {
      const path = pattern.replace("#", String(number));
      if (!taken.has(path.toLowerCase())) return path;
    }
  }

  /** Returns the links of a part, or of the package itself for `""`. Throws when one is malformed. */
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

  /** Returns whether the kind of a link agrees with the content type of its part, which would otherwise be ignored. */
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

  /** Returns the paths of all parts reachable from the links of the package. */
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

  /** Removes the links of a part. */
  unlink(path: string): void {
    this.parts.delete(this.asWritten(relationshipsPath(path)));
  }

  /** Removes a part, its links and its content type. */
  remove(path: string): void {
    this.parts.delete(this.asWritten(path));
    this.unlink(path);
    const override = this.override(path);
    override?.parentNode?.removeChild(override);
    this.overrides.delete(path.toLowerCase());
  }

  /** Returns the package as a zip; unchanged parts are copied in compressed form, without being checked again. */
  toBytes(): Uint8Array {
    if (this.contentTypes !== null) this.write(contentTypesPath, this.contentTypes);
    return zipOf([...this.parts].map(([path, bytes]) => [path, bytes ? packPart(path, bytes) : this.untouched(path)]));
  }

  /** Returns an unchanged part as stored; a part stored without compression is compressed if it can be. */
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

/** Extracts a zip. Throws when it is truncated or damaged. */
export function unzip(bytes: Uint8Array): Parts {
  const file = new ZipFile(bytes);
  return new Map(file.paths.map((path) => [path, file.read(path)]));
}

/** Compresses parts into a zip, in their order. */
export function zip(parts: Parts): Uint8Array {
  return zipOf([...parts].map(([path, bytes]) => [path, packPart(path, bytes)]));
}
