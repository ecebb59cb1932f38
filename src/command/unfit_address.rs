//! What is said of an address of the site that print may not carry.

use crate::diagnostic::Tongue;
use crate::publication::OriginError;

/// Why no code is minted for this address, and what to do.
pub(super) fn unfit(error: &OriginError, tongue: Tongue) -> String {
    match tongue {
        Tongue::English => {
            format!("{error}; mend base_url in site.yaml, or add --trial to try things out")
        }
        Tongue::Vietnamese => {
            let why = match error {
                OriginError::NotBare(origin) => {
                    format!(
                        "{origin:?} không phải địa chỉ https trần, như https://niemyet.tinh.gov.vn"
                    )
                }
                OriginError::Loopback(origin) => {
                    format!("{origin:?} chỉ dẫn về chính máy người đọc; điện thoại không tới được")
                }
                OriginError::Private(origin) => {
                    format!("{origin:?} là địa chỉ mạng nội bộ; ngoài cơ quan không ai mở được")
                }
                OriginError::Sample(origin) => {
                    format!("{origin:?} là địa chỉ của dữ liệu mẫu, không có thật")
                }
            };
            format!("{why}; sửa base_url trong site.yaml, hoặc thêm --trial để thử")
        }
    }
}
