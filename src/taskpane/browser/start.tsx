import type { ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import type { Environment } from "../operations/environment";
import type { PickedFile } from "../operations/files";
import { DropZone } from "./drop-zone";
import type { openFiles, OpenedFiles, refusalText } from "./open-files";

/** What opens workbooks and shows them beside the pane: it comes once a file is chosen. */
export interface BesideModule {
  readonly openFiles: typeof openFiles;
  readonly refusalText: typeof refusalText;
  readonly Beside: ComponentType<{
    readonly opened: OpenedFiles;
    readonly language: Language;
    readonly onOpen: (files: readonly PickedFile[]) => void;
  }>;
}

interface StartProps {
  readonly language: Language;
  readonly startsWithExample: boolean;
  readonly example: Environment["example"];
  readonly bring: () => Promise<BesideModule>;
}

type Shown =
  | { readonly kind: "start"; readonly refused: readonly string[] }
  | { readonly kind: "opening"; readonly file: string }
  | { readonly kind: "open"; readonly opened: OpenedFiles; readonly Beside: BesideModule["Beside"] };

/** The page: what it does and a file to choose, then the workbook with the pane beside it. */
export function Start({ language, startsWithExample, example, bring }: StartProps) {
  const [shown, show] = useState<Shown>({ kind: "start", refused: [] });
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  const refuse = (...refused: readonly string[]) => show({ kind: "start", refused });

  const open = useCallback(async (files: readonly PickedFile[]) => {
    const [first] = files;
    if (first === undefined) return;
    show({ kind: "opening", file: first.name });
    const beside = await bring().catch(() => null);
    if (beside === null) return refuse(say("browser-loading-failed"));
    const opened = await beside.openFiles(files);
    if ("workbook" in opened) return show({ kind: "open", opened, Beside: beside.Beside });
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

  if (shown.kind === "open") {
    const { Beside, opened } = shown;
    return <Beside opened={opened} language={language} onOpen={(files) => void open(files)} />;
  }
  return (
    <main class="start">
      <h1>{say("browser-title")}</h1>
      <p>{say("browser-lead")}</p>
      {shown.kind === "opening" ? (
        <p role="status">{say("browser-opening", { file: shown.file })}</p>
      ) : (
        <>
          {shown.refused.length > 0 && (
            <div class="trouble" role="alert">
              {shown.refused.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          )}
          <DropZone say={say} onFiles={(files) => void open(files)} />
          <p>
            <button type="button" class="button" onClick={() => void openExample()}>
              {say("browser-example")}
            </button>
          </p>
        </>
      )}
      <p>{say("browser-private")}</p>
      <p class="secondary">{say("browser-limits")}</p>
      <p>
        <a href={`?lang=${language === "fr" ? "en" : "fr"}`} lang={language === "fr" ? "en" : "fr"}>
          {say("browser-language")}
        </a>
      </p>
    </main>
  );
}

const exampleName = "inventaire-exemple.xlsx";
