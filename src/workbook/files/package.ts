import { zipSync, type Zippable } from "fflate";
import { damaged } from "./opened-file";
import { childrenOf, newElement, parseXml, rootOf, xmlBytes, type Document, type Element } from "./xml";
import { ZipFile } from "./zip-file";

/** A link of a part to another part, or to the outside. */
interface Relationship {
  readonly id: string;
  /** Last segment of its type: `worksheet`, `styles`, `hyperlink`… the same in both flavours of the standard. */
  readonly kind: string;
  /** Path of the part it leads to, or the target as written where it is external. */
  readonly target: string;
  readonly external: boolean;
}

const contentTypesPath = "[Content_Types].xml";

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

  private constructor(private readonly parts: Parts) {}

  /** Opens a zip. Throws where it is damaged. */
  static open(bytes: Uint8Array): Package {
    return new Package(unzip(bytes));
  }

  /** Opens the parts of a zip that are wanted. Throws where one of them is damaged. */
  static of(zip: ZipFile, wanted: (path: string) => boolean): Package {
    return new Package(new Map(zip.paths.filter(wanted).map((path) => [path, zip.read(path)])));
  }

  /** Returns the path of the workbook's part, or null where the package holds no workbook. */
  workbookPath(): string | null {
    const link = this.parts.has("_rels/.rels")
      ? this.relationships("").find((relationship) => relationship.kind === "officeDocument")
      : undefined;
    return link !== undefined && this.parts.has(link.target) ? link.target : null;
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  read(path: string): Uint8Array {
    const bytes = this.parts.get(path);
    if (bytes === undefined) throw damaged(path);
    return bytes;
  }

  xml(path: string): Document {
    return parseXml(this.read(path), path);
  }

  write(path: string, content: Uint8Array | Document): void {
    this.parts.set(path, content instanceof Uint8Array ? content : xmlBytes(content));
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
    const path = relationshipsPath(part);
    if (!this.parts.has(path)) return [];
    return childrenOf(rootOf(this.xml(path)), "Relationship").map((element) => {
      const external = element.getAttribute("TargetMode") === "External";
      const target = element.getAttribute("Target") ?? "";
      return {
        id: element.getAttribute("Id") ?? "",
        kind: (element.getAttribute("Type") ?? "").split("/").pop()!,
        target: external ? target : resolve(part, target),
        external,
      };
    });
  }

  contentType(path: string): string | null {
    const extension = path.split(".").pop()!.toLowerCase();
    const byExtension = childrenOf(rootOf(this.types()), "Default").find(
      (element) => element.getAttribute("Extension")?.toLowerCase() === extension,
    );
    return (this.override(path) ?? byExtension)?.getAttribute("ContentType") ?? null;
  }

  setContentType(path: string, type: string): void {
    const existing = this.override(path);
    if (existing !== null) existing.setAttribute("ContentType", type);
    else {
      const root = rootOf(this.types());
      root.appendChild(newElement(root, "Override", { PartName: `/${path}`, ContentType: type }));
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
    this.parts.delete(relationshipsPath(path));
  }

  /** Takes a part out, with its links and its content type. */
  remove(path: string): void {
    this.parts.delete(path);
    this.unlink(path);
    const override = this.override(path);
    override?.parentNode?.removeChild(override);
  }

  toBytes(): Uint8Array {
    if (this.contentTypes !== null) this.write(contentTypesPath, this.contentTypes);
    return zip(this.parts);
  }

  private types(): Document {
    this.contentTypes ??= this.xml(contentTypesPath);
    return this.contentTypes;
  }

  private override(path: string): Element | null {
    const name = `/${path}`.toLowerCase();
    return (
      childrenOf(rootOf(this.types()), "Override").find(
        (element) => element.getAttribute("PartName")?.toLowerCase() === name,
      ) ?? null
    );
  }
}

/** The parts of a package by path, in the order of the file. */
type Parts = Map<string, Uint8Array>;

/** Already packed: deflating them again only costs time. */
const packedAlready = /\.(png|jpe?g|gif|emf|wmf|bin|zip|mp4|docx|xlsx)$/i;
/** Past this size a part is deflated quickly: a register of 100,000 rows is not worth two more seconds. */
const largePart = 1 << 20;
/** One date for all, so that the same parts give the same bytes. The local constructor: zip dates have no time zone. */
const zipDate = new Date(1980, 0, 1);

/** Unpacks a zip. Throws where it is truncated or damaged. */
export function unzip(bytes: Uint8Array): Parts {
  const file = new ZipFile(bytes);
  return new Map(file.paths.map((path) => [path, file.read(path)]));
}

/** Packs parts into a zip, in their order. */
export function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of parts)
    files[path] = [bytes, { level: packedAlready.test(path) ? 0 : bytes.length > largePart ? 2 : 4, mtime: zipDate }];
  return zipSync(files);
}
