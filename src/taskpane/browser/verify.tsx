import { useEffect, useRef, useState } from "preact/hooks";
import { browserMessage, message, type BrowserCode, type Language } from "../../messages";
import type { FilesVerified } from "../../workbook/in-worker";
import { bytesOf, type PickedFile } from "../operations/picked-files";
import { ProgressBar } from "../parts/progress-bar";
import { FilePicker } from "./opening";
import type { VerificationAsked } from "./verify-worker";

/** A workbook received, as far as its verification went. */
type VerificationShown =
  | { readonly kind: "under-way"; readonly file: string }
  | { readonly kind: "ended"; readonly file: string; readonly verified: FilesVerified };

/** How the page verifies a received file, and its result; null when nothing is verified. */
interface VerificationInPage {
  readonly shown: VerificationShown | null;
  readonly onVerify: (files: readonly PickedFile[]) => void;
  readonly onLeave: () => void;
}

/** Verifies files in a worker of their own, one after the other: the one that is given up is ended. */
export function useVerification(language: Language): VerificationInPage {
  const [shown, show] = useState<VerificationShown | null>(null);
  const stop = useRef<() => void>(() => undefined);
  const onVerify = async (picked: readonly PickedFile[]) => {
    const [first] = picked;
    if (first === undefined) return;
    stop.current();
    let isGivenUp = false;
    stop.current = () => (isGivenUp = true);
    const file = first.name;
    show({ kind: "under-way", file });
    const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    for (const one of picked) {
      const bytes = await bytesOf(one);
      if (isGivenUp) return;
      const refused = [browserMessage("browser-file-unreadable", { file: one.name }, language)];
      if (bytes === null) return show({ kind: "ended", file, verified: { refused } });
      files.push({ name: one.name, bytes });
    }
    const worker = new Worker(new URL(/* webpackChunkName: "verify-worker" */ "./verify-worker.ts", import.meta.url));
    stop.current = () => worker.terminate();
    const end = (verified: FilesVerified) => {
      worker.terminate();
      show({ kind: "ended", file, verified });
    };
    worker.onmessage = ({ data }: MessageEvent<FilesVerified>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ refused: [browserMessage("browser-loading-failed", {}, language)] });
    };
    const asked: VerificationAsked = { files, language };
    worker.postMessage(
      asked,
      files.map(({ bytes }) => bytes.buffer),
    );
  };
  const onLeave = () => {
    stop.current();
    show(null);
  };
  return { shown, onVerify: (files) => void onVerify(files), onLeave };
}

/** The maximum number of findings listed; the command lists all of them. */
const mostShown = 200;

interface VerificationProps extends VerificationInPage {
  readonly shown: VerificationShown;
  readonly language: Language;
}

/** Draws how a verification goes, then its verdict and what differs. */
export function Verification({ shown, language, onVerify, onLeave }: VerificationProps) {
  const t = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  if (shown.kind === "under-way") {
    const label = t("browser-verifying", { file: shown.file });
    return (
      <>
        <ProgressBar label={label} text={label} />
        <p>
          <button type="button" class="button" onClick={onLeave}>
            {message("pane-act-cancel", {}, language)}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <Verdict key={shown.file} file={shown.file} verified={shown.verified} t={t} />
      <FilePicker id="verify-another" label={t("browser-verify-another")} onFiles={onVerify} />
      <p>
        <button type="button" class="button" onClick={onLeave}>
          {t("browser-verify-leave")}
        </button>
      </p>
    </>
  );
}

interface VerdictProps {
  readonly file: string;
  readonly verified: FilesVerified;
  readonly t: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
}

function Verdict({ file, verified, t }: VerdictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The result is announced to a user who waits.
  useEffect(() => heading.current?.focus(), []);
  const isVerified = !("refused" in verified);
  const findings = isVerified ? verified.findings : verified.refused;
  const rest = findings.length - mostShown;
  return (
    <section class={isVerified && verified.conforms ? "verdict conforms" : "verdict"}>
      <h2 ref={heading} tabIndex={-1}>
        {t("browser-verified", { file: isVerified ? verified.file : file })}
      </h2>
      <p class="verdict-sentence">{isVerified ? verified.verdict : t("browser-not-verified")}</p>
      {isVerified && verified.notes.map((note) => <p key={note}>{note}</p>)}
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, mostShown).map((finding, index) => (
            <li key={index}>{finding}</li>
          ))}
        </ul>
      )}
      {rest > 0 && <p>{t("browser-verify-more", { count: rest })}</p>}
    </section>
  );
}
