/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { render } from "preact";
import { act } from "preact/test-utils";
import { browserMessage, keptMessage, message } from "../../../src/messages";
import * as files from "../../../src/taskpane/browser/open-files";
import { Start } from "../../../src/taskpane/browser/start";
import type { KeptWork, WorkStore } from "../../../src/taskpane/browser/kept/work-store";
import type { BesideModule } from "../../../src/taskpane/browser/opening";
import type { VerificationAsked } from "../../../src/taskpane/browser/verify-worker";
import type { FilesVerified } from "../../../src/workbook/in-worker";

const say = (code: Parameters<typeof browserMessage>[0], params = {}) => browserMessage(code, params, "fr");

/** What the browser gives of a file that is not there any more, or that another program holds. */
const lost = (name: string) => ({
  name,
  arrayBuffer: () => Promise.reject(new DOMException("The file could not be read.", "NotReadableError")),
});
const soundAs = (name: string) => ({ name, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) });
const sound = soundAs("parc.xlsx");

/** Workbooks that the page opened, as far as it looks at them; and those whose worker was ended. */
const opened = new Map<string, { hasUnsaved: boolean; stopped: object | null }>();
let closed: string[] = [];
beforeEach(() => {
  opened.clear();
  closed = [];
});

/** What opens files, as it is, but for the sound ones, which it need not read here; what shows them says so, and no more. */
const besides: BesideModule = {
  ...files,
  openFiles: ((...asked: Parameters<typeof files.openFiles>) => {
    const [[{ name }]] = asked as unknown as [[{ readonly name: string }]];
    if (!["parc.xlsx", "autre.xlsx", "suivant.xlsx"].includes(name)) return files.openFiles(...asked);
    const workbook = { open: { cells: { file: name } }, fingerprint: name, hasUnsaved: false, stopped: null };
    opened.set(name, workbook);
    return Promise.resolve({ workbook, others: [], earlier: null, refused: [], close: () => closed.push(name) });
  }) as BesideModule["openFiles"],
  Beside: ({ opened, resumed, another: { waiting, refused, onOpen, onDrop, onAnswer, onRefusedRead } }) => (
    <>
      <p>Le classeur est ouvert. {opened.workbook.open.cells.file}</p>
      {resumed !== null && <p class="resumed">{resumed.file}</p>}
      <input type="file" onChange={({ currentTarget }) => onOpen([...currentTarget.files!])} />
      <input id="dropped" type="file" onChange={({ currentTarget }) => onDrop([...currentTarget.files!])} />
      {waiting !== null && <p class="waiting">{waiting.workbook.open.cells.file}</p>}
      {refused.length > 0 && <p role="alert">{refused}</p>}
      <button onClick={() => onAnswer(true)}>oui</button>
      <button onClick={() => onAnswer(false)}>non</button>
      <button onClick={onRefusedRead}>lu</button>
    </>
  ),
};

/** Nothing is asked of a worker about a file that is not read. */
class NoWorker {
  postMessage(): void {
    throw new Error("Nothing was read.");
  }
  terminate(): void {}
}
Object.assign(globalThis, { Worker: NoWorker });

/** A browser that keeps some work, and forgets it. */
function keeping(...works: KeptWork[]): WorkStore {
  const refused = () => Promise.reject(new Error("Only the start is shown."));
  return {
    all: () => Promise.resolve([...works]),
    find: refused,
    keep: refused,
    forget: (fingerprint) =>
      Promise.resolve(
        works.splice(
          works.findIndex((one) => one.fingerprint === fingerprint),
          1,
        ),
      ),
  };
}

function start(bring: () => Promise<BesideModule>, store = keeping()): void {
  document.body.innerHTML = '<div id="page"></div>';
  const readExample = () => Promise.reject(new Error("404"));
  act(() => {
    render(
      <Start language="fr" startsWithExample={false} readExample={readExample} bring={bring} store={store} />,
      document.querySelector("#page")!,
    );
  });
}

async function chooses(file: { readonly name: string }, where = "input[type=file]"): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(where)!;
  Object.defineProperty(field, "files", { value: [file], configurable: true });
  await act(async () => {
    field.dispatchEvent(new Event("change", { bubbles: true }));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}

const alert = () => document.querySelector("[role=alert]")?.textContent ?? null;

describe("a file that cannot be opened is told, and another one is opened all the same", () => {
  test("it was moved, deleted or changed since it was chosen", async () => {
    start(() => Promise.resolve(besides));
    await chooses(lost("effectifs.xlsx"));
    expect(alert()).toBe(say("browser-file-unreadable", { file: "effectifs.xlsx" }));
    await chooses(sound);
    expect(document.body.textContent).toContain("Le classeur est ouvert.");
  });

  test("the code that opens files fails to load, then loads at a second try", async () => {
    let isThere = false;
    start(() => (isThere ? Promise.resolve(besides) : Promise.reject(new Error("ChunkLoadError"))));
    await chooses(sound);
    expect(alert()).toBe(say("browser-loading-failed"));
    isThere = true;
    await chooses(sound);
    expect(document.body.textContent).toContain("Le classeur est ouvert.");
  });

  test("the example does not come", async () => {
    start(() => Promise.resolve(besides));
    const button = [...document.querySelectorAll("button")].find(
      ({ textContent }) => textContent === say("browser-example"),
    )!;
    await act(async () => {
      button.click();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
    expect(alert()).toBe(say("browser-example-failed"));
  });
});

describe("another file is opened first over a workbook with unsaved work, and asked about only then", () => {
  const shown = () => document.querySelector("p")!.textContent;
  const waiting = () => document.querySelector(".waiting")?.textContent ?? null;
  const press = (name: string) =>
    act(() => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)!.click());

  beforeEach(async () => {
    start(() => Promise.resolve(besides));
    await chooses(sound);
    opened.get("parc.xlsx")!.hasUnsaved = true;
  });

  test("a file that cannot be opened is refused without a question; the refusal disappears once it is read", async () => {
    await chooses(lost("photo.xlsx"));
    expect([waiting(), alert()]).toEqual([null, say("browser-file-unreadable", { file: "photo.xlsx" })]);
    expect(shown()).toContain("parc.xlsx");
    press("lu");
    expect(alert()).toBeNull();
  });

  test("a file that can be opened waits for the answer: « no » closes it, « yes » puts it in place", async () => {
    await chooses(soundAs("autre.xlsx"));
    expect([waiting(), shown(), closed]).toEqual(["autre.xlsx", expect.stringContaining("parc.xlsx"), []]);
    press("non");
    expect([waiting(), shown(), closed]).toEqual([null, expect.stringContaining("parc.xlsx"), ["autre.xlsx"]]);
    await chooses(soundAs("autre.xlsx"));
    press("oui");
    expect([waiting(), shown(), closed]).toEqual([null, expect.stringContaining("autre.xlsx"), ["autre.xlsx"]]);
  });

  test("a waiting file is closed by the next one, which waits in its place", async () => {
    await chooses(soundAs("autre.xlsx"));
    await chooses(soundAs("suivant.xlsx"));
    expect([waiting(), closed]).toEqual(["suivant.xlsx", ["autre.xlsx"]]);
  });

  test("a dropped file waits even when nothing would be lost, because it may be read beside the workbook", async () => {
    opened.get("parc.xlsx")!.hasUnsaved = false;
    await chooses(soundAs("autre.xlsx"), "#dropped");
    expect([waiting(), shown()]).toEqual(["autre.xlsx", expect.stringContaining("parc.xlsx")]);
    press("non");
    expect([waiting(), closed]).toEqual([null, ["autre.xlsx"]]);
    expect(shown()).toContain("parc.xlsx");
  });

  test("another file is opened at once with nothing left to save, or nothing that can be saved any more", async () => {
    opened.get("parc.xlsx")!.stopped = {};
    await chooses(soundAs("autre.xlsx"));
    expect([waiting(), shown()]).toEqual([null, expect.stringContaining("autre.xlsx")]);
    await chooses(soundAs("suivant.xlsx"));
    expect([waiting(), shown()]).toEqual([null, expect.stringContaining("suivant.xlsx")]);
  });
});

test("a file dropped anywhere on the first screen is opened", async () => {
  start(() => Promise.resolve(besides));
  const drop = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [sound] },
  });
  await act(async () => {
    document.querySelector("h1")!.dispatchEvent(drop);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
  expect(document.body.textContent).toContain("Le classeur est ouvert.");
});

describe("work that the browser kept is proposed with what it was, gone on with, or forgotten", () => {
  const work: KeptWork = {
    ...{ fingerprint: "parc.xlsx", file: "parc.xlsx", others: ["effectifs.xlsx"], at: "2014-11-25 14:03:59" },
    ...{ steps: [], view: { step: "controle", campaign: 2014 }, cells: 1, choices: 2, total: "13999.27", errors: 8 },
    ...{ hasDocuments: true, without: ["Élèves"] },
  };
  const kept = () => document.querySelector(".kept-work");
  const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

  test("the day, the hour, what was changed, what it came to and what is not kept; then its file goes on with it", async () => {
    start(() => Promise.resolve(besides), keeping(work));
    await settle();
    const plain = kept()!.textContent.replace(/[\u00a0\u202f]/g, " ");
    expect(plain).toContain("Reprendre le travail du 25 novembre 2014, 14 h 03 ?");
    expect(plain).toContain(
      "parc.xlsx · 1 cellule modifiée · 2 choix · titre provisoire 13 999,27 € · 8 points à corriger · documents à générer de nouveau",
    );
    expect(plain).toContain("Non gardé, pour ne garder aucun nom d’élève : Élèves.");
    expect(plain).toContain("choisissez de nouveau « parc.xlsx », avec effectifs.xlsx.");
    await chooses(soundAs("autre.xlsx"), "#kept-file-0");
    expect([alert(), closed]).toEqual([keptMessage("kept-other-file", { file: "autre.xlsx" }), ["autre.xlsx"]]);
    await chooses(sound, "#kept-file-0");
    expect(document.querySelector(".resumed")?.textContent).toBe("parc.xlsx");
  });

  test("forgotten, it is proposed no more", async () => {
    const store = keeping(work);
    start(() => Promise.resolve(besides), store);
    await settle();
    const forget = keptMessage("kept-forget");
    act(() => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === forget)!.click());
    await settle();
    expect([kept(), await store.all()]).toEqual([null, []]);
  });
});

describe("a workbook received is verified, and nothing is opened", () => {
  /** The worker that was asked last. */
  let asked: {
    message: VerificationAsked;
    answers: (verified: FilesVerified) => Promise<void>;
    isEnded: boolean;
  } | null;
  class VerifyingWorker {
    onmessage: ((event: { data: FilesVerified }) => void) | null = null;
    private state: NonNullable<typeof asked> | null = null;
    postMessage(message: VerificationAsked): void {
      const answers = (data: FilesVerified) => act(() => Promise.resolve(this.onmessage?.({ data })));
      asked = this.state = { message, answers, isEnded: false };
    }
    terminate(): void {
      if (this.state !== null) this.state.isEnded = true;
    }
  }
  beforeEach(() => {
    asked = null;
    Object.assign(globalThis, { Worker: VerifyingWorker });
    start(() => Promise.resolve(besides));
  });
  afterEach(() => Object.assign(globalThis, { Worker: NoWorker }));

  const text = () => document.body.textContent;
  const press = (label: string) =>
    act(() => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label)!.click());

  test("its verdict is said, and another one is verified after it", async () => {
    await chooses(sound, "#received");
    expect(text()).toContain(say("browser-verifying", { file: "parc.xlsx" }));
    expect(asked!.message.files.map(({ name }) => name)).toEqual(["parc.xlsx"]);
    const file = "parc.xlsx";
    await asked!.answers({ file, conforms: true, verdict: "Conforme : 2 fiches", notes: ["Émis."], findings: [] });
    expect(document.querySelector(".verdict.conforms")!.textContent).toContain("Conforme : 2 fichesÉmis.");
    expect(document.activeElement!.textContent).toBe(say("browser-verified", { file: "parc.xlsx" }));
    expect(asked!.isEnded).toBe(true);
    await chooses(soundAs("autre.xlsx"), "#verify-another");
    const findings = Array.from({ length: 203 }, (_, row) => `Titre CAGB!D${row + 1} : autre`);
    await asked!.answers({ file: "autre.xlsx", conforms: false, verdict: "Non conforme", notes: [], findings });
    expect(document.querySelectorAll(".verdict li")).toHaveLength(200);
    expect(text()).toContain(say("browser-verify-more", { count: 3 }));
    press(say("browser-verify-leave"));
    expect(text()).toContain(say("browser-drop"));
  });

  test("a workbook that cannot be verified is reported, and a verification given up is ended", async () => {
    await chooses(lost("recu.xlsx"), "#received");
    expect(text()).toContain(say("browser-file-unreadable", { file: "recu.xlsx" }));
    await chooses(sound, "#verify-another");
    press(message("pane-act-cancel"));
    expect(asked!.isEnded).toBe(true);
    expect(text()).toContain(say("browser-drop"));
  });
});
