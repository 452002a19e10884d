"""Small files of the kinds that extract reads, made from text: pages of PDF, Word documents."""
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(text, span=1, merge=None):
    merged = {None: '', 'restart': '<w:vMerge w:val="restart"/>', 'below': '<w:vMerge/>'}[merge]
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{paragraph(text)}</w:tc>'


def table(*rows):
    return '<w:tbl>' + ''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows) + '</w:tbl>'


def write_docx(path, body, head=HEAD):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', HEAD + '<Types/>')
        z.writestr('word/document.xml', f'{head}<w:document {W}><w:body>{body}</w:body></w:document>')


def write_pdf(path, pages, trailer=''):
    """Each page is a list of (x, y, line); no font is embedded, a ToUnicode map tells what the glyphs are."""
    chars = sorted({c for page in pages for _, _, line in page for c in line})
    code = {c: i + 1 for i, c in enumerate(chars)}
    rows = [f'<{code[c]:04x}> <{c.encode("utf-16-be").hex()}>' for c in chars]
    cmap = ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n'
            '1 begincodespacerange <0000> <ffff> endcodespacerange\n'
            + ''.join(f'{len(rows[i:i + 100])} beginbfchar\n' + '\n'.join(rows[i:i + 100]) + '\nendbfchar\n'
                      for i in range(0, len(rows), 100)) + 'endcmap end end')
    widths = ' '.join(f'{code[c]} [{500 if ord(c) < 128 else 1000}]' for c in chars)
    count = len(pages)
    objects = ['<< /Type /Catalog /Pages 2 0 R >>',
               f'<< /Type /Pages /Count {count} /Kids [{" ".join(f"{6 + 2 * i} 0 R" for i in range(count))}] >>',
               '<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
               '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)'
               f' /Supplement 0 >> /DW 1000 /W [{widths}] >>',
               f'<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream']
    for i, page in enumerate(pages):
        lines = ''.join(f'BT /F 10 Tf {x} {y} Td <{"".join(f"{code[c]:04x}" for c in line)}> Tj ET\n' for x, y, line in page)
        objects.append(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>'
                       f' /Contents {7 + 2 * i} 0 R >>')
        objects.append(f'<< /Length {len(lines)} >>\nstream\n{lines}\nendstream')
    out, places = b'%PDF-1.4\n', []
    for i, text in enumerate(objects):
        places.append(len(out))
        out += f'{i + 1} 0 obj\n{text}\nendobj\n'.encode()
    start = len(out)
    out += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n'.encode()
    out += b''.join(f'{at:010d} 00000 n \n'.encode() for at in places)
    out += f'trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n'.encode()
    with open(path, 'wb') as f:
        f.write(out)


def lines_of(text, x, y, width, step=16):
    """Text broken every `width` characters, as a printer does, from (x, y) downwards."""
    return [(x, y - step * i, text[at:at + width]) for i, at in enumerate(range(0, len(text), width))]
