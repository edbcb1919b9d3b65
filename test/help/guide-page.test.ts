import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const script =
  'import { guidePage } from "./src/help/guide-page.mjs"; import { readFileSync } from "node:fs";' +
  'process.stdout.write(guidePage(readFileSync(0, "utf8"), "pictures"));';

/** The page, made as the build makes it: a module of Node's, which jest cannot load. */
function page(markdown: string): string {
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { input: markdown, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

test("a part has the anchor that links of the guide are written for, and a place in the list of parts", () => {
  const html = page("# Guide\n\n- [ancienne liste](#a)\n\n## Que faire de l’état ?\n\n[voir](#que-faire-de-létat-)\n");
  expect(html).toContain('<h2 id="que-faire-de-létat-">');
  expect(html).toContain('<li><a href="#que-faire-de-létat-">Que faire de l’état ?</a></li>');
  expect(html).not.toContain("ancienne liste");
  const twice = page("# G\n\n## Option\n\n## Option\n");
  expect([...twice.matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => id)).toEqual(["option", "option-1"]);
});

test("a file that is not published is named without a link; a site keeps its own", () => {
  const html = page("# G\n\n## P\n\n[le manuel](installation.md) et [le site](https://mairie.example/a)\n");
  expect(html).toContain('le manuel et <a href="https://mairie.example/a">le site</a>');
});

test("a table scrolls by itself, named by the title above it, its headers declared", () => {
  const html = page("# G\n\n## Options\n\n| Option | Valeur |\n|---|---|\n| a | b |\n");
  expect(html).toContain('aria-label="Tableau : Options" tabindex="0"><table>');
  expect(html).toContain('<th scope="col">Option</th>');
});

test("a picture comes from the published folder; what is typed is shown as typed", () => {
  const html = page('# G\n\n## P\n\n![Une « image » <vue>](images/a.png)\n\n```\nrebill "a" <b>\n```\n');
  expect(html).toContain('<img src="pictures/a.png" alt="Une « image » &lt;vue&gt;"');
  expect(html).toContain("rebill &quot;a&quot; &lt;b&gt;");
});

test("every link of the guide to one of its own parts leads to it", () => {
  const html = page(readFileSync("docs/guide.md", "utf8"));
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
});
