import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { pngSize } from "./png-size";

/** What the manifest speaks of, and has to agree with. */
export interface Surroundings {
  /** Address that the manifest's own files are at. */
  readonly base: string;
  /** The bytes at a path below the base; null where there is none. */
  file(path: string): Buffer | null;
  /** Names given to `Office.actions.associate`. */
  readonly actions: readonly string[];
  /** package.json's. */
  readonly version: string;
}

const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80];
const locales = ["en-US", "en-GB"];
/** Newest API sets that every Excel 2021 has. */
const newest: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  ExcelApi: "1.14",
};

type Rule = (manifest: Manifest, around: Surroundings) => string[];

/** All that is wrong with a manifest and that Microsoft's schemas do not see, in sentences; none for a good one. */
export function manifestFaults(xml: string, around: Surroundings): string[] {
  const manifest = new Manifest(xml);
  return rules.flatMap((rule) => rule(manifest, around));
}

/** The manifest's elements by their local name, and its resources. */
class Manifest {
  private readonly document: Document;
  readonly resources: ReadonlyMap<string, Element>;

  constructor(readonly xml: string) {
    this.document = new DOMParser().parseFromString(xml, "text/xml");
    const resources = ["Image", "Url", "String"]
      .flatMap((name) => this.all(name))
      .filter((one) => one.hasAttribute("id"));
    this.resources = new Map(resources.map((one) => [one.getAttribute("id") ?? "", one]));
  }

  all(name: string): Element[] {
    return [...this.document.getElementsByTagNameNS("*", name)];
  }

  text(name: string): string {
    return this.all(name)[0]?.textContent?.trim() ?? "";
  }

  /** The default and each override, of all elements that have one. */
  values(): string[] {
    return this.all("*").flatMap((one) => ["DefaultValue", "Value"].flatMap((name) => one.getAttribute(name) ?? []));
  }

  addresses(): string[] {
    return this.values().filter((value) => /^[a-z]+:\/\//i.test(value));
  }

  resids(): string[] {
    return this.all("*").flatMap((one) => one.getAttribute("resid") ?? []);
  }

  addressOf(resid: string): string {
    return this.resources.get(resid)?.getAttribute("DefaultValue") ?? "";
  }
}

const rules: readonly Rule[] = [
  function httpsOnly(manifest) {
    return manifest
      .addresses()
      .filter((address) => !address.startsWith("https://"))
      .map((address) => `not https: ${address}`);
  },

  function residsResolvedAndUsed(manifest) {
    const used = new Set(manifest.resids());
    return [
      ...[...used]
        .filter((resid) => !manifest.resources.has(resid))
        .map((resid) => `resid without a resource: ${resid}`),
      ...[...manifest.resources.keys()].filter((id) => !used.has(id)).map((id) => `resource that nothing uses: ${id}`),
      ...[...manifest.resources.keys()].filter((id) => id.length > 32).map((id) => `resid over 32 characters: ${id}`),
    ];
  },

  function idsUnique(manifest) {
    const ids = manifest.all("*").flatMap((one) => one.getAttribute("id") ?? []);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id given twice: ${id}`);
  },

  function addressesBuilt(manifest, { base, file }) {
    return manifest.addresses().flatMap((address) => {
      if (!address.startsWith(base)) return [`address outside ${base}: ${address}`];
      const [path = "", anchor] = address.slice(base.length).split("#");
      const bytes = file(path);
      if (bytes === null) return [`address of no file: ${address}`];
      const html = bytes.toString("utf8");
      return anchor === undefined || new RegExp(`\\bid="?${anchor}["\\s>]`).test(html)
        ? []
        : [`address of no place in its page: ${address}`];
    });
  },

  function iconsAsLargeAsSaid(manifest, { base, file }) {
    const sizeAt = (address: string) => {
      const bytes = file(address.slice(base.length));
      return bytes === null ? null : pngSize(bytes);
    };
    const said: [string, number][] = [
      ...manifest.all("Image").flatMap((one): [string, number][] => {
        const size = one.getAttribute("size");
        return size === null ? [] : [[manifest.addressOf(one.getAttribute("resid") ?? ""), Number(size)]];
      }),
      [manifest.all("IconUrl")[0]?.getAttribute("DefaultValue") ?? "", 32],
      [manifest.all("HighResolutionIconUrl")[0]?.getAttribute("DefaultValue") ?? "", 64],
    ];
    return said.flatMap(([address, size]) => {
      const [width, height] = sizeAt(address) ?? [];
      return width === size && height === size ? [] : [`icon not ${size} × ${size}: ${address}`];
    });
  },

  function iconsAtEachSize(manifest) {
    return manifest.all("Icon").flatMap((icon) => {
      const sizes = [...icon.getElementsByTagNameNS("*", "Image")].map((one) => Number(one.getAttribute("size")));
      const missing = iconSizes.filter((size) => !sizes.includes(size));
      const owner = (icon.parentNode as Element).getAttribute("id") ?? "";
      return missing.map((size) => `no icon of ${size} pixels: ${owner}`);
    });
  },

  function oneVersion(manifest, { version }) {
    const said = manifest.text("Version");
    return said === `${version}.0` ? [] : [`version ${said}, where package.json says ${version}`];
  },

  function textsWithinLimits(manifest) {
    const limits: [string, number][] = [
      ["DisplayName", 125],
      ["Description", 250],
    ];
    const short = new Set([...manifest.all("ShortStrings"), ...manifest.all("LongStrings")]);
    const texts: [Element, number][] = [
      ...limits.flatMap(([name, limit]) => manifest.all(name).map((one): [Element, number] => [one, limit])),
      ...[...short].flatMap((list) =>
        [...list.getElementsByTagNameNS("*", "String")].map((one): [Element, number] => [
          one,
          list.localName === "ShortStrings" ? 125 : 250,
        ]),
      ),
    ];
    return texts.flatMap(([one, limit]) =>
      textsOf(one)
        .filter((text) => text.length > limit)
        .map((text) => `text over ${limit} characters: ${text}`),
    );
  },

  function textsInEachLanguage(manifest) {
    const texts = [
      ...["DisplayName", "Description", "SupportUrl"].flatMap((name) => manifest.all(name)),
      ...manifest.all("String"),
    ];
    return texts
      .filter((one) => one.hasAttribute("DefaultValue"))
      .flatMap((one) => {
        const given = [...one.getElementsByTagNameNS("*", "Override")];
        return locales
          .filter(
            (locale) => !given.some((other) => other.getAttribute("Locale") === locale && other.getAttribute("Value")),
          )
          .map((locale) => `no ${locale} text: ${one.getAttribute("id") ?? one.localName}`);
      });
  },

  function commandsAssociated(manifest, { actions }) {
    const called = manifest.all("FunctionName").map((one) => one.textContent ?? "");
    return [
      ...called.filter((name) => !actions.includes(name)).map((name) => `function that nothing associates: ${name}`),
      ...actions.filter((name) => !called.includes(name)).map((name) => `function that no command calls: ${name}`),
    ];
  },

  function onePage(manifest) {
    const page = manifest.all("Runtime")[0]?.getAttribute("resid") ?? "";
    const others = [...manifest.all("Page"), ...manifest.all("Action")].flatMap((one) =>
      [...one.getElementsByTagNameNS("*", "SourceLocation")].map((place) => place.getAttribute("resid") ?? ""),
    );
    const resids = [...others, manifest.all("FunctionFile")[0]?.getAttribute("resid") ?? ""];
    const start = manifest.all("DefaultSettings")[0]?.getElementsByTagNameNS("*", "SourceLocation")[0];
    return [
      ...resids.filter((resid) => resid !== page).map((resid) => `page apart from the shared runtime's: ${resid}`),
      ...(start?.getAttribute("DefaultValue") === manifest.addressOf(page) ? [] : ["another page to start with"]),
    ];
  },

  function requirementsOfExcel2021(manifest) {
    const sets = new Map(manifest.all("Set").map((one) => [one.getAttribute("Name"), one.getAttribute("MinVersion")]));
    const beyond = [...sets.keys()].filter((name) => newest[name ?? ""] === undefined);
    return [
      ...beyond.map((name) => `requirement that an Excel 2021 may lack: ${name}`),
      ...Object.entries(newest).flatMap(([name, limit]) => {
        const asked = sets.get(name);
        if (!asked) return [`requirement missing: ${name}`];
        // 1.14 is the fourteenth set, after 1.9.
        return minor(asked) <= minor(limit) ? [] : [`requirement beyond Excel 2021: ${name} ${asked}`];
      }),
    ];
  },

  function noPaneApart(manifest) {
    return manifest.all("TaskpaneId").map((one) => `pane named apart from the shared page: ${one.textContent}`);
  },

  function ribbonWithinLimits(manifest) {
    const groups = manifest.all("Group");
    return [
      ...(groups.length > 6 ? [`${groups.length} groups in the tab`] : []),
      ...groups
        .filter((group) => [...group.getElementsByTagNameNS("*", "Control")].length > 7)
        .map((group) => `over 7 commands: ${group.getAttribute("id")}`),
    ];
  },

  function nothingLeftToFill({ xml }) {
    const found = xml.match(/TODO|FIXME|contoso|lorem|example\.|placeholder|00000000-0000|à compléter/gi) ?? [];
    return found.map((text) => `left to fill: ${text}`);
  },
];

const textsOf = (one: Element) =>
  [one, ...one.getElementsByTagNameNS("*", "Override")].flatMap(
    (each) => each.getAttribute("DefaultValue") ?? each.getAttribute("Value") ?? [],
  );

const minor = (version: string) => Number(version.split(".")[1]);
