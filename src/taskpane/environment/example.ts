/** The example inventory, beside the pane's own files. */
const file = new URL("../../../assets/inventaire-exemple.xlsx", import.meta.url);

export const exampleWorkbook = {
  address: file.href,
  read: async (): Promise<Uint8Array> => {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${file.href}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  },
};
