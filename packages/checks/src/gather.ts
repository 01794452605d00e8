/** Runs a task for each item, at most so many at a time, and gathers everything they answer in the items' order. */
export async function gather<Item, Answer>(
  items: readonly Item[],
  task: (item: Item) => Promise<readonly Answer[]>,
  width = 2,
): Promise<Answer[]> {
  const answers: (readonly Answer[])[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) answers[index] = await task(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return answers.flat();
}
