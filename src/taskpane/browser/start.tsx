import type { ComponentType } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { browserMessage, unexpected, type BrowserCode, type Language } from "../../messages";
import type { Environment } from "../operations/environment";
import type { PickedFile } from "../operations/files";
import { DropZone } from "./drop-zone";
import type { openFiles, OpenedFiles, refusalText } from "./open-files";
import { OpeningProgress, type Opening } from "./opening";

/** What opens workbooks and shows them beside the pane: it comes once a file is chosen. */
export interface BesideModule {
  readonly openFiles: typeof openFiles;
  readonly refusalText: typeof refusalText;
  readonly Beside: ComponentType<{
    readonly opened: OpenedFiles;
    readonly language: Language;
    /** Another file that is being opened, and why the last one was not; the workbook stays until then. */
    readonly opening: Opening | null;
    readonly refused: readonly string[];
    readonly onOpen: (files: readonly PickedFile[]) => void;
  }>;
}

interface StartProps {
  readonly language: Language;
  readonly startsWithExample: boolean;
  readonly example: Environment["example"];
  readonly bring: () => Promise<BesideModule>;
}

interface Shown {
  readonly open: { readonly files: OpenedFiles; readonly Beside: BesideModule["Beside"] } | null;
  readonly opening: Opening | null;
  /** Why nothing was opened, in words. */
  readonly refused: readonly string[];
}

/** The page: what it does and a file to choose, then the workbook with the pane beside it. */
export function Start({ language, startsWithExample, example, bring }: StartProps) {
  const [shown, show] = useState<Shown>({ open: null, opening: null, refused: [] });
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  /** Gives up the file that is being opened. */
  const stop = useRef<AbortController | null>(null);
  const settle = (change: Partial<Shown>) => show((before) => ({ ...before, opening: null, refused: [], ...change }));
  const refuse = (...refused: readonly string[]) => settle({ refused });

  const open = useCallback(async (files: readonly PickedFile[]) => {
    const [first] = files;
    if (first === undefined) return;
    stop.current?.abort();
    const stopped = (stop.current = new AbortController());
    const giveUp = () => {
      stopped.abort();
      settle({});
    };
    settle({ opening: { file: first.name, rows: null, giveUp } });
    const beside = await bring().catch(() => null);
    if (stopped.signal.aborted) return;
    if (beside === null) return refuse(say("browser-loading-failed"));
    const onProgress = (file: string, rows: Opening["rows"]) =>
      show((before) => ({ ...before, opening: { file, rows, giveUp } }));
    const opened = await beside
      .openFiles(files, { onProgress, givenUp: stopped.signal })
      .catch((fault: unknown) => ({ refused: [{ file: first.name, anomaly: unexpected(fault) }] }));
    if (opened === null || stopped.signal.aborted) return;
    if ("workbook" in opened) return settle({ open: { files: opened, Beside: beside.Beside } });
    refuse(...opened.refused.map((one) => beside.refusalText(one, language)));
  }, []);
  const openExample = async () => {
    const bytes = await example.read().catch(() => null);
    if (bytes === null) return refuse(say("browser-example-failed"));
    await open([{ name: exampleName, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }]);
  };
  useEffect(() => {
    if (startsWithExample) void openExample();
  }, []);

  const { opening, refused } = shown;
  const onOpen = (files: readonly PickedFile[]) => void open(files);
  if (shown.open !== null) {
    const { Beside, files } = shown.open;
    return (
      <Beside key={files} opened={files} language={language} opening={opening} refused={refused} onOpen={onOpen} />
    );
  }
  return (
    <main class="start">
      <h1>{say("browser-title")}</h1>
      <p>{say("browser-lead")}</p>
      {opening !== null ? (
        <OpeningProgress opening={opening} language={language} />
      ) : (
        <>
          {refused.length > 0 && (
            <div class="trouble" role="alert">
              {refused.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          )}
          <DropZone say={say} onFiles={onOpen} />
          <p>
            <button type="button" class="button" onClick={() => void openExample()}>
              {say("browser-example")}
            </button>
          </p>
        </>
      )}
      <p>{say("browser-private")}</p>
      <p class="secondary">{say("browser-limits")}</p>
      <p class="secondary">{say("browser-keys")}</p>
      <p>
        <a href={`?lang=${language === "fr" ? "en" : "fr"}`} lang={language === "fr" ? "en" : "fr"}>
          {say("browser-language")}
        </a>
      </p>
    </main>
  );
}

const exampleName = "inventaire-exemple.xlsx";
