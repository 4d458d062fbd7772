/** Hands a file to the window's own download, which puts it into the user's download folder. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // The engine reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}
