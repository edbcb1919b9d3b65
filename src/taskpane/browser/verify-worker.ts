import type { Language } from "../../messages";
import { verifyFiles, type ReceivedFile } from "../../workbook/in-worker";
import { createNumbers } from "../texts/words";

/** The only message from the page to the worker. */
export interface VerificationAsked {
  readonly files: readonly ReceivedFile[];
  readonly language: Language;
}

// The script of the worker: it reads, reports its findings, and writes nothing.
onmessage = ({ data }: MessageEvent<VerificationAsked>) => {
  const { files, language } = data;
  const { euros } = createNumbers(language === "fr" ? "fr-FR" : "en-GB");
  void verifyFiles(files, language, (value) => euros(value)).then((verified) => postMessage(verified));
};
