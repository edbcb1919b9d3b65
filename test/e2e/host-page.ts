export const addInOrigin = "https://addin.example.test";

/**
 * Excel's page: same host name as the add-in's, because Office.js trusts no other of ours, and another port, so that it is
 * another origin as Excel on the web is.
 */
export const hostOrigin = "https://addin.example.test:9443";

export interface PaneFrame {
  readonly conversation: string;
  readonly locale: "fr-FR" | "en-US";
  /** Pixels. */
  readonly width: number;
}

/** A page that holds the pane's frame and passes messages between it and `window.toExcel`; Excel's grid is not drawn. */
export const hostPage = ({ conversation, locale, width }: PaneFrame) => `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<title>Excel</title>
<style>
  body { margin: 0; display: flex; justify-content: flex-end; height: 100vh }
  iframe { border: 0; width: ${width}px; height: 100% }
</style>
<script>
  addEventListener("message", ({ origin, data }) => {
    if (origin === ${JSON.stringify(addInOrigin)} && typeof data === "string") toExcel(data);
  });
  window.toAddIn = (message) => document.querySelector("iframe").contentWindow.postMessage(message, ${JSON.stringify(addInOrigin)});
  addEventListener("DOMContentLoaded", () => {
    const frame = document.createElement("iframe");
    // Office.js reads the name as the page starts: it stands before the address.
    frame.name = ${JSON.stringify(
      JSON.stringify({
        baseFrameName: `_xdm_addin_1${conversation}`,
        hostInfo: `Excel$Web$16.01$${locale}$corr-1$$disableLogging$3`,
        xdmInfo: `${conversation}|addin_1|${hostOrigin}`,
        serializerVersion: "1",
      }),
    )};
    frame.title = "Volet";
    frame.src = ${JSON.stringify(`${addInOrigin}/taskpane.html`)};
    document.body.append(frame);
  });
</script>
<body></body>
</html>`;
