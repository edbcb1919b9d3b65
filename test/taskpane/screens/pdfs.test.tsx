/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { plain } from "../plain";
import { draw, nameOf, press, root, usePage } from "./draw";
import { states } from "./states";

usePage();

const part = () => root().querySelector<HTMLElement>(".pdfs")!;
const text = () => plain(part().textContent);

test("the button that asks for the PDFs stops them, is no longer the primary one, and keeps the focus", () => {
  const session = draw(states["done"]!());
  jest.spyOn(session.run, "writeAndSavePdfs").mockImplementationOnce(() => {
    session.dispatch({ type: "work-started", work: "drawing" });
    return Promise.resolve();
  });
  const button = [...root().querySelectorAll("button")].find((one) => nameOf(one) === "Enregistrer les PDF")!;
  button.focus();
  expect(button.className).toBe("button primary");
  press("Enregistrer les PDF");
  expect(button.className).toBe("button");
  expect([document.activeElement, nameOf(button)]).toEqual([button, "Annuler"]);
  expect(text()).toContain("Préparation…");
  act(() => session.dispatch({ type: "work-went-on", work: { kind: "drawing", done: 11, total: 46 } }));
  expect(text()).toContain("PDF 12 sur 46");
  press("Annuler");
  expect(session.state.work).toMatchObject({ kind: "drawing", cancelling: true });
  expect(text()).toContain("Arrêt…");
  expect(document.activeElement).toBe(button);
});

test("once saved, the file is named, and can be saved again from a link", () => {
  draw(states["PDFs saved"]!());
  expect(text()).toContain("46 PDF : 2014_ORDICLASSE_PDF.zip est parmi vos téléchargements.");
  const link = part().querySelector("a")!;
  expect([link.getAttribute("href"), link.download, nameOf(link)]).toEqual([
    "blob:1",
    "2014_ORDICLASSE_PDF.zip",
    "Enregistrer encore 2014_ORDICLASSE_PDF.zip",
  ]);
});

test("the pane says where the PDFs can be had when Excel lets no pane save a file", () => {
  const session = draw(states["plan"]!());
  jest.spyOn(session.query, "savesFiles").mockReturnValue(false);
  for (const event of states["done"]!()) act(() => session.dispatch(event));
  expect(root().querySelector(".pdfs")).toBeNull();
  expect(plain(root().textContent)).toContain(
    "Excel pour Mac et pour iPad n’enregistrent aucun fichier depuis un volet.",
  );
});
