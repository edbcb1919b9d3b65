import { addInBase } from "../build/built";
import { addInOrigin, frameName } from "../host";

interface PaneFrame {
  /** A new one at each start. */
  readonly conversation: string;
  readonly locale: "fr-FR" | "en-US";
  /** Pixels. */
  readonly width: number;
  readonly runsFunctions: boolean;
}

/** A page that holds the pane's frame and passes messages between it and `window.toExcel`. The grid is left blank. */
export const hostPage = ({ conversation, locale, width, runsFunctions }: PaneFrame) => `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<title>Excel</title>
<style>
  body { margin: 0; display: flex; justify-content: space-between; height: 100vh }
  iframe { border: 0; flex: none; width: ${width}px; height: 100% }
</style>
<script>
  const origin = ${JSON.stringify(addInOrigin)};
  addEventListener("message", (event) => {
    if (event.origin !== origin) return;
    if (typeof event.data === "string") toExcel(event.data);
    // A test asks for another size of the pane.
    else if (event.data?.paneSize) Object.assign(document.querySelector("iframe").style, event.data.paneSize);
  });
  window.toAddIn = (message) => document.querySelector("iframe").contentWindow.postMessage(message, origin);
  addEventListener("DOMContentLoaded", () => {
    const frame = document.createElement("iframe");
    // Office.js reads the name as the page starts: it stands before the address.
    frame.name = ${JSON.stringify(frameName(conversation, locale, runsFunctions))};
    frame.title = "Volet";
    frame.src = ${JSON.stringify(`${addInBase}taskpane.html`)};
    document.querySelector("main").after(frame);
  });
</script>
<body><main></main></body>
</html>`;
