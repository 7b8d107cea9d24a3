//! Names of the user's own in letters that no mail program touches.

use crate::model::scenario::tidy;

/// A name in letters that no mail program touches.
pub(super) fn escaped(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        match byte {
            b' ' => text.push('_'),
            byte if byte.is_ascii_alphanumeric() || byte == b'-' => text.push(char::from(byte)),
            byte => text.push_str(&format!("!{byte:02x}")),
        }
    }
    text
}

/// The name that was [`escaped`], as it is kept; anything else is taken as it stands.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        rest = after;
        match (byte, code) {
            (b'!', Some(code)) => {
                bytes.push(code);
                rest = &after[2..];
            }
            (b'_', _) => bytes.push(b' '),
            (byte, _) => bytes.push(byte),
        }
    }
    tidy::name(&String::from_utf8(bytes).unwrap_or_default())
}
