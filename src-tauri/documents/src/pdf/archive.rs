//! The pass that makes PDF/A-2b of printpdf's document, and its bytes a function of the request.

use crate::faults::PaperFaults;
use crate::papers::LaidOut;
use crate::request::PaperRequest;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

const SRGB: &[u8] = include_bytes!("../../../../assets/fonts/srgb.icc");
const PRODUCER: &str = "export-desk";

/// Add what the archive form asks for, and fix ids and dates: the ids come from the content, the dates from the paper.
pub fn finish(mut doc: Document, laid: &LaidOut, request: &PaperRequest) -> Result<Vec<u8>, PaperFaults> {
    build(&mut doc, laid, request).map_err(|reason| {
        PaperFaults::one(
            "pdf",
            format!("PDF 无法写出：{reason}"),
            format!("the PDF cannot be written: {reason}"),
        )
    })
}

fn build(doc: &mut Document, laid: &LaidOut, request: &PaperRequest) -> Result<Vec<u8>, String> {
    let text = |e: lopdf::Error| e.to_string();
    doc.version = "1.7".to_owned();
    let day = request.date.format("%Y-%m-%d").to_string();
    let mut metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(&laid.title, &laid.author, &day).into_bytes(),
    );
    metadata.allows_compression = false;
    let metadata = doc.add_object(metadata);
    let profile = doc.add_object(Stream::new(
        dictionary! { "N" => 3, "Alternate" => "DeviceRGB" },
        SRGB.to_vec(),
    ));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference(profile),
    };
    let root = doc.trailer.get(b"Root").and_then(Object::as_reference).map_err(text)?;
    let catalog = doc.get_object_mut(root).and_then(Object::as_dict_mut).map_err(text)?;
    catalog.set("Metadata", Object::Reference(metadata));
    catalog.set("OutputIntents", Object::Array(vec![Object::Dictionary(intent)]));
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.remove(b"PageLayout");

    let stamp = request.date.format("D:%Y%m%d000000+08'00'").to_string();
    let info = doc.trailer.get(b"Info").and_then(Object::as_reference).map_err(text)?;
    doc.objects.insert(
        info,
        Object::Dictionary(dictionary! {
            "Title" => utf16(&laid.title),
            "Author" => utf16(&laid.author),
            "Producer" => Object::string_literal(PRODUCER),
            "CreationDate" => Object::string_literal(stamp.clone()),
            "ModDate" => Object::string_literal(stamp),
        }),
    );
    doc.prune_objects();
    doc.renumber_objects();
    doc.compress();

    // The id is the hash of everything but itself.
    doc.trailer.remove(b"ID");
    let digest = Sha256::digest(bytes(doc)?);
    let id = Object::String(digest.iter().take(16).copied().collect(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    bytes(doc)
}

fn bytes(doc: &mut Document) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    doc.save_to(&mut out).map_err(|e| e.to_string())?;
    Ok(out)
}

fn utf16(text: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xmp(title: &str, author: &str, day: &str) -> String {
    let (title, author) = (escaped(title), escaped(author));
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00+08:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+08:00</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{feff}'
    )
}
