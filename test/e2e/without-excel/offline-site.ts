import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** A web server of this computer that gives the files of a folder under a path, as an intranet does, and notes what it is asked. */
export class Site {
  readonly asked: string[] = [];
  /** Its files: another folder is another version, put in the place of the first. */
  folder: string;

  private constructor(
    private readonly server: Server,
    private readonly path: string,
    /** The folder of the page. */
    readonly address: string,
    folder: string,
  ) {
    this.folder = folder;
  }

  static async open(folder: string, path: string): Promise<Site> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const site = new Site(server, path, `http://localhost:${port}${path}`, folder);
    server.on("request", (request, response) => {
      const { pathname } = new URL(request.url ?? "/", site.address);
      site.asked.push(pathname);
      void site.fileAt(pathname).then((body) => {
        response.writeHead(body === null ? 404 : 200, {
          "content-type": types[extname(pathname)] ?? "application/octet-stream",
        });
        response.end(body ?? "");
      });
    });
    return site;
  }

  private async fileAt(pathname: string): Promise<Buffer | null> {
    if (!pathname.startsWith(this.path)) return null;
    const name = normalize(decodeURIComponent(pathname.slice(this.path.length)));
    return readFile(join(this.folder, name)).catch(() => null);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

/** Makes another version of what is built in a folder: the script of the sheets bears another name, and what leads to it says it. */
export async function buildAgain(folder: string): Promise<void> {
  const script = join(folder, "service-worker.js");
  const [told = "", ...rest] = (await readFile(script, "utf8")).split("\n");
  const { files } = JSON.parse(told.slice("const kept=".length, -1)) as {
    readonly files: Readonly<Record<string, string>>;
  };
  const beside = Object.keys(files).find((name) => /^beside\.[0-9a-f]{12}\.js$/.test(name))!;
  const other = "beside.0123456789ab.js";
  await rename(join(folder, beside), join(folder, other));
  const sums = Object.keys(files).map(async (file): Promise<[string, string]> => {
    const name = file === beside ? other : file;
    const path = join(folder, name);
    if (/^navigateur\.\w+\.js$/.test(name)) {
      const text = await readFile(path, "utf8");
      await writeFile(path, text.replaceAll(beside.split(".")[1]!, other.split(".")[1]!));
    }
    return [
      name,
      `sha256-${createHash("sha256")
        .update(await readFile(path))
        .digest("base64")}`,
    ];
  });
  const kept = { version: "next", files: Object.fromEntries(await Promise.all(sums)) };
  await writeFile(script, [`const kept=${JSON.stringify(kept)};`, ...rest].join("\n"));
}
