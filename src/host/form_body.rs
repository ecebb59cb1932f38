//! A posted form as pairs of texts. Strict where the common readers are lenient: bytes that are no UTF-8
//! are refused, not replaced, because a replaced letter is no longer what somebody wrote.

use super::address::hex;

/// A body that is not a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAForm;

/// The fields of an `application/x-www-form-urlencoded` body, in order.
pub(super) fn read(body: &[u8]) -> Result<Vec<(String, String)>, NotAForm> {
    let fields = body.split(|byte| *byte == b'&').filter(|field| !field.is_empty());
    fields
        .map(|field| {
            let equals = field.iter().position(|byte| *byte == b'=').unwrap_or(field.len());
            let (name, value) = field.split_at(equals);
            Ok((decode(name)?, decode(value.get(1..).unwrap_or_default())?))
        })
        .collect()
}

fn decode(text: &[u8]) -> Result<String, NotAForm> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let (digits, after) = rest.split_at_checked(2).ok_or(NotAForm)?;
                let value = hex(digits[0]).zip(hex(digits[1])).ok_or(NotAForm)?;
                bytes.push(value.0 << 4 | value.1);
                rest = after;
            }
            other => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).map_err(|_| NotAForm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_browsers_send_them() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            read(b"key=00&q-gop-y=Ch%E1%BB%9D+l%C3%A2u%26%3D%2B&q-ly-do=a&q-ly-do=b&x&&=y"),
            Ok(vec![
                pair("key", "00"),
                pair("q-gop-y", "Chờ lâu&=+"),
                pair("q-ly-do", "a"),
                pair("q-ly-do", "b"),
                pair("x", ""),
                pair("", "y"),
            ])
        );
        assert_eq!(read(b""), Ok(Vec::new()));
        assert_eq!(read("a=chờ".as_bytes()), Ok(vec![pair("a", "chờ")]));
        for odd in [&b"a=%ff"[..], b"a=%", b"a=%4", b"a=%zz", b"\xff=1", b"a=%C3%28"] {
            assert_eq!(read(odd), Err(NotAForm), "{odd:?}");
        }
    }
}
