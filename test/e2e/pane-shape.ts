/** How large the pane is, and a style of the reader's own. */
export interface Shape {
  /** Pixels. */
  readonly width: number;
  /** Pixels; as it is unless said. */
  readonly height?: number;
  readonly style?: string;
}

/** What each document has, so that the pane changes its own shape in the middle of what is evaluated in it. */
export interface Shaping {
  takesShape(shape: Shape): Promise<void>;
  drawn(): Promise<void>;
}

/**
 * Runs in the document before its own scripts. The page around the pane is asked for the size (`host-page.ts`), and the pane
 * has heard of it, and of new colours, once it is drawn. A style is added as a browser's extension does; an empty one takes it away.
 */
export function defineShaping(): void {
  const drawn = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  const shaping: Shaping = {
    drawn,
    async takesShape({ width, height = innerHeight, style = "" }) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
      if (innerWidth !== width || innerHeight !== height) {
        const resized = new Promise((done) => addEventListener("resize", done, { once: true }));
        parent.postMessage({ paneSize: { width: `${width}px`, height: `${height}px` } }, "*");
        await resized;
      }
      await drawn();
    },
  };
  Object.assign(window, { shaping });
}
