/** The child's side of child.ts. */
export function answering(origin: string, answers: { readonly set: (wish: never) => unknown; readonly stop: () => unknown }): void {
  process.on('message', async (question: { cpu?: true; stop?: true; wish?: unknown }) => {
    if (question.cpu) {
      const { user, system } = process.cpuUsage();
      process.send!({ seconds: (user + system) / 1e6 });
    } else if (question.stop) {
      await answers.stop();
      process.exit(0);
    } else process.send!((await answers.set(question.wish as never)) ?? {});
  });
  process.send!({ origin });
}
