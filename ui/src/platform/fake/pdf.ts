/** A small real PDF with Chinese text in a font that is not embedded, so that the viewer's cmaps are put to use. */
export function samplePdf(title: string, lines: string[], pages = 2): string {
  const hex = (text: string) =>
    [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  const objects: string[] = []
  const kids = Array.from({ length: pages }, (_, page) => `${6 + page * 2} 0 R`).join(' ')
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`
  objects[3] =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>'
  objects[4] =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>'
  objects[5] =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>'
  for (let page = 0; page < pages; page += 1) {
    const body = lines
      .slice(page * 26, page * 26 + 26)
      .map((line, at) => `BT /F1 14 Tf 80 ${650 - at * 22} Td <${hex(line)}> Tj ET`)
      .join('\n')
    const head = `BT /F1 20 Tf 80 720 Td <${hex(page === 0 ? title : `${title}（续）`)}> Tj ET`
    const rule = '1 0 0 RG 1.5 w 80 700 m 515 700 l S'
    const foot = `BT /F1 11 Tf 280 60 Td <${hex(`— ${page + 1} —　样例`)}> Tj ET`
    const stream = [head, rule, body, foot].join('\n')
    objects[6 + page * 2] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + page * 2} 0 R >>`
    objects[7 + page * 2] = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
  }
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  objects.forEach((body, number) => {
    offsets[number] = file.length
    file += `${number} 0 obj\n${body}\nendobj\n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length}\n0000000000 65535 f \n`
  for (let number = 1; number < objects.length; number += 1)
    file += `${String(offsets[number]).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return btoa(file)
}
