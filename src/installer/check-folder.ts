import type { Published } from "./published";

/** What is wrong with a file of the folder. */
interface Fault {
  readonly kind: "silent" | "missing" | "untyped" | "type" | "size";
  readonly name: string;
  /** The status, the type or the bytes that the server gave. */
  readonly said: string;
  /** The type to give. */
  readonly wanted: string;
}

/** A setting of the server, or a file, that would keep Excel from something although every file answers. */
type Advice = "cross-origin" | "framed" | "icon" | "help-address";

interface FolderCheck {
  readonly faults: readonly Fault[];
  readonly advice: readonly Advice[];
}

/** Types that browsers and Excel ask for; files with another ending may have any type. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  html: ["text/html"],
  js: ["text/javascript", "application/javascript"],
  css: ["text/css"],
  json: ["application/json"],
  png: ["image/png"],
};

/** Asks for every file of the folder that the page is in, and returns what is wrong with them and what is to be set. */
export async function checkFolder({ files }: Published, folder: string, ask: typeof fetch): Promise<FolderCheck> {
  const headers = new Map<string, Headers>();
  let functions = "";
  const faultOf = async ([name, size]: [string, number | null]): Promise<Fault[]> => {
    const fault = (kind: Fault["kind"], said = "", wanted = "") => [{ kind, name, said, wanted }];
    try {
      const response = await ask(new URL(name, folder).href, { cache: "no-store" });
      if (!response.ok) return fault("missing", String(response.status));
      headers.set(name, response.headers);
      const type = response.headers.get("Content-Type") ?? "";
      const types = typesOf[name.slice(name.lastIndexOf(".") + 1)];
      if (types?.includes(type.split(";")[0]!.trim().toLowerCase()) === false)
        return fault(type === "" ? "untyped" : "type", type, types[0]);
      const content = await response.arrayBuffer();
      if (name === "functions.json") functions = new TextDecoder().decode(content);
      return size === null || content.byteLength === size ? [] : fault("size", String(content.byteLength));
    } catch {
      return fault("silent");
    }
  };
  const faults = (await Promise.all(Object.entries(files).map(faultOf))).flat();
  const headerOf = (name: string, header: string) => headers.get(name)?.get(header) ?? null;
  const icon = Object.keys(files).find((name) => name.endsWith(".png"));
  const advice: [Advice, boolean][] = [
    ["cross-origin", headerOf("functions.json", "Access-Control-Allow-Origin") === null],
    ["framed", headerOf("taskpane.html", "X-Frame-Options") !== null],
    ["icon", icon !== undefined && headerOf(icon, "Cache-Control") !== null],
    ["help-address", !functions.includes(`"${folder}`)],
  ];
  return { faults, advice: advice.flatMap(([kind, isDue]) => (isDue ? [kind] : [])) };
}
