export async function answer(verb: string, request: unknown): Promise<unknown> {
  throw new Error('todo')
}
