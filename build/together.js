/** Chunks by what is read together, since each file of a start is looked for, read and linked: one for the command, one for the simulator. */
const STAGES = { command: 'src/command/index.ts', simulator: 'src/index.ts' };
const stageOf = new Map();

export const together = {
  name: 'together',
  buildEnd() {
    for (const [stage, root] of Object.entries(STAGES)) {
      const entry = [...this.getModuleIds()].find((id) => id.endsWith(`/${root}`));
      const open = [entry];
      for (const id of open) {
        if (stageOf.has(id)) continue;
        stageOf.set(id, stage);
        open.push(...this.getModuleInfo(id).importedIds);
      }
    }
  },
};

export const groups = Object.keys(STAGES).map((name) => ({ name, test: (id) => stageOf.get(id) === name }));
