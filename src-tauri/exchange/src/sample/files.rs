//! The sample's files, as they ship under `assets/samples/`.

use super::{SEED, experts, filings, sheets};
use crate::terms::Terms;
use crate::write::{self, WriteFault};
use std::path::Path;

/// What [`write_all`] writes.
pub const FILES: [&str; 4] = ["filings.xlsx", "experts.xlsx", "sheets.xlsx", "README.md"];

const README: &str = "\
# 样例 · Samples

全部内容均为虚构：企业、人员、统一社会信用代码、电话和金额都是编造的，名称带“样例”，人名以“样”为姓，电话号码不存在。
文件由程序按固定种子生成，测试逐字节核对；请勿手工修改。

- `filings.xlsx`：24 家企业的申请汇总表，来自五个县（市）区；14 家符合全部基本条件（含恰在界线上的），7 家各有一项不符合，3 家待核；
  其中一家缺一项必备材料，用于演示补正。
- `experts.xlsx`：30 位评审专家；Z05、Z11、Z17 与申请企业有利害关系，用于演示回避。
- `sheets.xlsx`：按建议的抽取种子（样例见证：甲32 乙66 丙88）抽出的专家组对 14 家企业的评分表；其中两家同分、一家被一票否决、一份弃权，
  一位专家回避两家。

Everything here is invented: enterprises, people, credit codes, telephone numbers and amounts. Names carry 样例 (sample).
The files are generated from a fixed seed, and a test compares them byte by byte; do not edit them by hand.

- `filings.xlsx`: applications of 24 enterprises from five counties; 14 meet every basic condition (some exactly at the line),
  7 fail one each, 3 are to be verified; one lacks a required item, which shows the supplement.
- `experts.xlsx`: 30 experts; Z05, Z11 and Z17 are tied to applicants, which shows recusal.
- `sheets.xlsx`: score sheets of the panel drawn by the suggested seed text (样例见证：甲32 乙66 丙88) for the 14 enterprises; two tie,
  one is vetoed, one sheet abstains, one expert is recused from two.
";

/// Writes the sample's files into a folder, which is made where it is missing.
pub fn write_all(folder: &Path, terms: &Terms) -> Result<(), WriteFault> {
    std::fs::create_dir_all(folder)?;
    let contents: [Vec<u8>; 4] = [
        write::filings(&filings(terms, SEED), terms)?,
        write::experts(&experts(terms, SEED), terms)?,
        write::sheets(&sheets(terms, SEED), terms)?,
        README.as_bytes().to_vec(),
    ];
    for (name, bytes) in FILES.iter().zip(contents) {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
