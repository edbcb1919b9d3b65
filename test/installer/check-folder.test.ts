import { checkFolder } from "../../src/installer/check-folder";
import { functionsFor, manifestFor, type Published } from "../../src/installer/published";

const folder = "https://intranet.mairie.example/ordiclasse/";
const base = "https://localhost:3000/";
const published: Published = {
  version: "1.0.0",
  base,
  manifest: `<SourceLocation DefaultValue="${base}taskpane.html"/><Image DefaultValue="${base}icon.png"/>`,
  functions: `{"helpUrl":"${base}aide.html#a"}`,
  files: { "taskpane.html": 4, "functions.json": null, "a.js": 4, "a.css": 4, "icon.png": 4, "b.ttf": 4 },
};

type Answer = Readonly<{ status?: number; body?: string; headers?: Readonly<Record<string, string>> }>;

/** As a server answers that has every setting right. */
const right: Readonly<Record<string, Answer>> = {
  "taskpane.html": { headers: { "Content-Type": "text/html; charset=utf-8" } },
  "functions.json": {
    body: `{"helpUrl":"${folder}aide.html#a"}`,
    headers: { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" },
  },
  "a.js": { headers: { "Content-Type": "application/javascript" } },
  "a.css": { headers: { "Content-Type": "text/css" } },
  "icon.png": { headers: { "Content-Type": "image/png" } },
  "b.ttf": { headers: {} },
};

function checked(changes: Readonly<Record<string, Answer | null>> = {}) {
  const answers: Readonly<Record<string, Answer | null>> = { ...right, ...changes };
  return checkFolder(published, folder, async (url) => {
    const answer = answers[String(url).slice(folder.length)];
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(new TextEncoder().encode(answer.body ?? "1234"), {
      status: answer.status ?? 200,
      ...(answer.headers && { headers: answer.headers }),
    });
  });
}

test("a folder that is served whole, with the right types, has nothing against it", async () => {
  expect(await checked()).toEqual({ faults: [], advice: [] });
});

test.each<[why: string, change: Readonly<Record<string, Answer | null>>, fault: object]>([
  ["no answer", { "a.js": null }, { kind: "silent", name: "a.js", said: "" }],
  ["a missing file", { "b.ttf": { status: 404 } }, { kind: "missing", name: "b.ttf", said: "404" }],
  [
    "a type that browsers refuse",
    { "a.js": { headers: { "Content-Type": "text/plain" } } },
    { kind: "type", name: "a.js", said: "text/plain", wanted: "text/javascript" },
  ],
  ["no type", { "a.css": { headers: {} } }, { kind: "untyped", name: "a.css", said: "", wanted: "text/css" }],
  [
    "a file cut short",
    { "icon.png": { ...right["icon.png"], body: "12" } },
    { kind: "size", name: "icon.png", said: "2" },
  ],
])("%s is a fault of its file alone", async (_why, change, fault) => {
  expect((await checked(change)).faults).toEqual([{ wanted: "", ...fault }]);
});

test.each<[why: string, change: Readonly<Record<string, Answer>>, advice: string]>([
  [
    "functions that Excel on the web cannot read",
    { "functions.json": { ...right["functions.json"], headers: { "Content-Type": "application/json" } } },
    "cross-origin",
  ],
  [
    "a pane that no site may frame",
    { "taskpane.html": { headers: { "Content-Type": "text/html", "X-Frame-Options": "SAMEORIGIN" } } },
    "framed",
  ],
  [
    "icons that are kept for a time",
    { "icon.png": { headers: { "Content-Type": "image/png", "Cache-Control": "max-age=60" } } },
    "icon",
  ],
  ["functions without the address", { "functions.json": { ...right["functions.json"], body: "{}" } }, "help-address"],
])("%s leave every file right, and are reported", async (_why, change, advice) => {
  expect(await checked(change)).toEqual({ faults: [], advice: [advice] });
});

test("the two files that hold the address are written for any other, as their formats want", () => {
  const there = "https://mairie.example/a&b/";
  expect(manifestFor(published, there)).toBe(
    '<SourceLocation DefaultValue="https://mairie.example/a&amp;b/taskpane.html"/>' +
      '<Image DefaultValue="https://mairie.example/a&amp;b/icon.png"/>',
  );
  expect(JSON.parse(functionsFor(published, there))).toEqual({ helpUrl: `${there}aide.html#a` });
});
