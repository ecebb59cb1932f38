//! Every code explained in Vietnamese.

use super::{Code, explain::Explanation};

/// The explanation of a code.
pub(super) fn explain(code: Code) -> Explanation {
    let (title, why, mend) = match code {
        // 0 đọc tệp
        Code::Unreadable => (
            "Không đọc được tệp",
            "Hệ điều hành không cho chương trình đọc tệp hoặc thư mục này: tệp vừa bị xóa, ổ đĩa mạng bị ngắt, hoặc tài khoản chạy chương trình thiếu quyền. Chương trình không đoán nội dung của tệp không đọc được, vì trang có thể thiếu một thủ tục mà không ai biết.",
            "Mở thử tệp bằng chính tài khoản chạy `niemyet`, cấp quyền đọc, rồi kiểm tra lại bằng `niemyet check`.",
        ),
        Code::NotUtf8 => (
            "Tệp không phải UTF-8",
            "Nhiều văn bản cũ được gõ bằng bảng mã TCVN3 (ABC) hoặc VNI, hoặc được lưu ở dạng UTF-16. Đọc bằng bảng mã khác, chữ tiếng Việt sẽ thành ký tự lạ trên trang và trên tờ niêm yết, nên chương trình dừng lại thay vì in sai.",
            "Chuyển mã sang Unicode (phần lớn bộ gõ tiếng Việt có công cụ này), rồi lưu tệp với bảng mã “UTF-8”. Ví dụ trong Notepad: chọn “Save as”, mục “Encoding” chọn “UTF-8”.",
        ),
        Code::TooLarge => (
            "Tệp quá lớn",
            "Một thủ tục dài nhất cũng chỉ vài trăm nghìn byte; tệp lớn hơn hẳn thường là ảnh hoặc bảng tính bị đặt nhầm chỗ. Giới hạn này cũng giữ cho máy chủ không bị đầy bộ nhớ.",
            "Biểu mẫu để tải về thì chuyển vào `forms/`. Danh sách quá dài thì tách thành nhiều tệp, ví dụ mỗi năm một tệp lịch `law/calendar/2026.yaml`.",
        ),
        Code::Syntax => (
            "Sai cú pháp YAML",
            "YAML dựa vào dấu cách đầu dòng, dấu hai chấm và dấu ngoặc. Lỗi hay gặp là dùng dấu tab, để dấu hai chấm trong câu không có ngoặc kép, hoặc mở ngoặc mà quên đóng. Dòng được báo là chỗ bộ đọc không đi tiếp được, nên lỗi thật có thể nằm ở dòng ngay trên.",
            "Đặt các câu dài trong dấu ngoặc kép, ví dụ `note: \"Lưu ý: nộp bản chính\"`, và thụt dòng bằng hai dấu cách cho mỗi bậc.",
        ),
        Code::Alias => (
            "Dùng neo hoặc tham chiếu của YAML",
            "YAML cho phép đặt tên một đoạn (`&tên`) rồi nhắc lại (`*tên`). Vài dòng lồng nhau như vậy có thể nở ra thành hàng tỷ dòng và làm đầy bộ nhớ, nên chương trình không nhận.",
            "Viết lại đoạn đó đầy đủ. Nếu dấu `*` hay `&` chỉ là chữ thường trong câu, đặt cả câu trong ngoặc kép: `note: \"*Nộp bản chính\"`.",
        ),
        Code::TooDeep => (
            "Nội dung lồng quá sâu",
            "Không tệp nội dung nào cần nhiều tầng đến thế; nguyên nhân thường là ngoặc `[` hoặc `{` không đóng, hay dòng bị thụt vào dần. Giới hạn cũng để một tệp hỏng không làm dừng chương trình.",
            "Tìm chỗ dòng bắt đầu thụt vào bất thường và đưa về đúng bậc, mỗi bậc hai dấu cách.",
        ),
        Code::LinkOutside => (
            "Liên kết dẫn ra ngoài thư mục nội dung",
            "Tất cả những gì trang nói phải nằm trong thư mục nội dung. Một liên kết ra ngoài có thể vô tình đưa lên mạng tệp riêng của máy chủ, và sẽ gãy khi chép thư mục sang máy khác.",
            "Xóa liên kết, chép tệp thật vào chỗ đó.",
        ),
        Code::FolderLoop => (
            "Thư mục chứa chính nó",
            "Một liên kết trong thư mục trỏ ngược về thư mục mẹ, nên đọc mãi không hết.",
            "Xóa liên kết quay vòng; nếu cần dùng chung nội dung giữa các cơ quan, hãy dùng `sets/` hoặc `offers`.",
        ),
        Code::UnknownFile => (
            "Tệp không được dùng đến",
            "Mỗi thư mục chỉ nhận những tệp có tên theo quy tắc. Một tệp đặt sai chỗ hoặc sai đuôi sẽ không bao giờ lên trang, mà người soạn vẫn tưởng đã đăng, nên chương trình phải báo.",
            "Xem cách đặt tên trong tài liệu về thư mục nội dung. Ví dụ thủ tục phải nằm ở `procedures/ho-tich/1.000894.yaml`, không phải `procedures/1.000894.yml`.",
        ),
        Code::FileName => (
            "Tên tệp sai",
            "Tên tệp mang thông tin: mã thủ tục, ngày có hiệu lực sau dấu `@`, và ngôn ngữ trước đuôi tệp. Những điều đó không viết lại bên trong tệp, nên tên sai thì thủ tục cũng sai.",
            "Đặt tên như `1.000894.yaml`, `1.000894@2027-03-01.yaml`, `1.000894.en.yaml`. Ngôn ngữ phải có trong `languages` của `site.yaml`.",
        ),
        Code::EmptyFile => (
            "Tệp trống",
            "Tệp trống không nói được điều gì, kể cả điều “không có”. Thường đó là tệp vừa tạo chưa kịp viết, hoặc bị lưu hỏng.",
            "Viết nội dung, khôi phục bản trước, hoặc xóa tệp.",
        ),
        Code::ManyDocuments => (
            "Nhiều tài liệu trong một tệp",
            "Dòng `---` trong YAML bắt đầu một tài liệu mới. Chương trình chỉ đọc một tài liệu trong mỗi tệp, nên phần sau sẽ bị bỏ qua mà không ai hay.",
            "Tách ra mỗi tệp một tài liệu. Nếu `---` chỉ để trang trí, hãy xóa hoặc thay bằng dòng chú thích bắt đầu bằng `#`.",
        ),
        Code::NotAFile => (
            "Không phải tệp thường",
            "Một thư mục đặt tên như tệp, một ống dẫn hay một thiết bị có thể không bao giờ cho đọc xong. Chương trình không mở chúng, và nói ra để nội dung không lặng lẽ biến mất khỏi trang.",
            "Đặt một tệp văn bản thường vào chỗ đó. Thư mục thì đặt tên không có `.yaml` hay `.md` ở cuối.",
        ),
        Code::ManyMore => (
            "Còn nhiều vấn đề khác trong tệp",
            "Mỗi tệp chỉ nêu một trăm vấn đề đầu: không ai đọc nhiều hơn, và phần lớn thường do một chỗ sai ở đầu tệp mà ra.",
            "Sửa từ trên xuống rồi chạy lại `niemyet check`.",
        ),
        Code::Utf16 => (
            "Tệp lưu ở dạng UTF-16",
            "Notepad và Excel cũ ghi “Unicode” khi thật ra là UTF-16. Chữ không mất, chỉ cần lưu lại; chương trình chỉ đọc UTF-8 để mọi công cụ khác cũng đọc được tệp.",
            "Trong Notepad: “Save as”, mục “Encoding” chọn “UTF-8”.",
        ),
        Code::ControlSign => (
            "Có ký tự điều khiển",
            "Ký tự điều khiển không nhìn thấy được, YAML không cho phép, trình duyệt và máy in mỗi nơi hiểu một kiểu. Chúng thường lẫn vào khi chép chữ từ tệp PDF.",
            "Đặt con trỏ vào đúng cột được nêu, xóa ký tự vô hình ở đó rồi lưu lại.",
        ),
        // 1 hình thức
        Code::UnknownKey => (
            "Khóa không có trong mẫu",
            "Một khóa gõ sai (`fee` thay cho `fees`) mà bị lặng lẽ bỏ qua thì người dân sẽ thấy thiếu phí, lệ phí. Vì vậy mọi khóa lạ đều là lỗi.",
            "Sửa theo gợi ý, hoặc xem danh sách khóa trong thông báo. Ghi chú cho người soạn thì viết sau dấu `#`.",
        ),
        Code::DuplicateKey => (
            "Khóa viết hai lần",
            "Khi một khóa có hai giá trị, không thể biết giá trị nào đúng; nhiều chương trình lặng lẽ lấy giá trị sau. Hai mức thu khác nhau trong cùng một tệp là sai sót pháp lý, không phải chuyện kỹ thuật.",
            "Giữ một dòng. Nếu là hai khoản khác nhau, viết thành hai mục của danh sách, ví dụ `fees: [{id: phi, …}, {id: le-phi, …}]`.",
        ),
        Code::MissingKey => (
            "Thiếu khóa phải có",
            "Có những khóa mà thiếu thì trang không dựng được hoặc dựng ra điều vô nghĩa, ví dụ một bước không nói ai làm. Chương trình không tự điền giá trị mặc định vào chỗ của pháp luật.",
            "Thêm khóa nêu trong thông báo. Ví dụ ở một bước: `position: \"Người yêu cầu\"`.",
        ),
        Code::WrongShape => (
            "Sai dạng dữ liệu",
            "Mỗi khóa cần một dạng: chữ, số, danh sách, hoặc một nhóm khóa. Lỗi hay gặp là viết một chữ ở chỗ cần danh sách, hoặc quên dấu `-` đầu mục.",
            "Danh sách viết trong ngoặc vuông dù chỉ có một mục: `applicants: [citizen]`.",
        ),
        Code::NotOneOf => (
            "Từ không nằm trong danh mục",
            "Một số khóa chỉ nhận vài từ cố định, để trang hiển thị đúng ở mọi ngôn ngữ và để thống kê được. Từ cố định viết bằng tiếng Anh, chữ thường; tên tiếng Việt do giao diện của trang cung cấp.",
            "Chọn một từ trong danh sách của thông báo, ví dụ `kind: charge` cho lệ phí, `kind: fee` cho phí.",
        ),
        Code::BadValue => (
            "Giá trị viết sai",
            "Ngày, giờ, tiền, số điện thoại đều có một cách viết duy nhất, để không bị hiểu thành hai nghĩa: `03/04/2026` là tháng Ba hay tháng Tư? `8.000` là tám hay tám nghìn?",
            "Viết ngày `2026-11-21`, giờ `\"07:30\"`, tiền `8000 VND`. Trang sẽ tự hiện theo cách quen thuộc: 21/11/2026, 8.000 đồng.",
        ),
        Code::LimitWithoutUnit => (
            "Thời hạn không có đơn vị",
            "“3” có thể là 3 ngày làm việc, 3 ngày hay 3 giờ, và ngày hẹn trả kết quả tính theo mỗi cách lại khác nhau. Trong dữ liệu thật có hàng trăm dòng thời hạn chỉ ghi một con số.",
            "Xem quyết định công bố rồi ghi đơn vị: `limit: 3 working_days` (ngày làm việc), `limit: 3 days` (ngày), hoặc `limit: same_day` (trong ngày).",
        ),
        Code::EmptyText => (
            "Chữ để trống",
            "Để trống không nói được là “không có” hay “chưa biết”. Trên trang nó thành một dòng trắng mà người dân không hiểu.",
            "Viết nội dung, bỏ cả dòng, hoặc viết `none` ở những khóa cho phép, ví dụ `coordinates: none`.",
        ),
        Code::CurlyQuotes => (
            "Dấu ngoặc kép cong",
            "Trong tệp YAML chỉ dấu ngoặc kép thẳng mới dùng để bao nội dung. Dấu cong do Word tự đổi là chữ như mọi chữ khác: tên sẽ được đăng kèm dấu, còn ngày, mã, số điện thoại nằm trong dấu cong thì không đọc được.",
            "Viết `name: \"…\"` bằng dấu thẳng trên bàn phím. Bên trong một câu đã có dấu thẳng bao ngoài thì dùng dấu cong là đúng.",
        ),
        Code::CutText => (
            "Chữ bị cắt ở dấu #",
            "Trong tệp YAML, dấu cách rồi `#` mở đầu lời ghi chú, trừ khi nội dung nằm trong dấu ngoặc kép. Dòng `name: Tờ khai #1` lên trang chỉ còn “Tờ khai”.",
            "Đặt cả nội dung trong dấu ngoặc kép thẳng: `name: \"Tờ khai #1\"`. Nếu đúng là ghi chú thì để một dấu cách sau `#`.",
        ),
        // 2 tham chiếu
        Code::UnknownReference => (
            "Nhắc tới thứ chưa khai báo",
            "Mỗi thứ được khai báo một lần rồi được nhắc tới bằng mã. Một mã gõ sai làm đứt liên kết: quầy không có thủ tục, văn bản không có tên.",
            "Sửa mã theo gợi ý, hoặc khai báo. Ví dụ văn bản `123/2015/NĐ-CP` phải có trong `law/acts.yaml`.",
        ),
        Code::DuplicateId => (
            "Trùng mã định danh",
            "Bản dịch, đánh giá và tờ đã in đều nhắc tới mã. Hai mục cùng mã thì không biết lời dịch hay lượt đánh giá thuộc về mục nào.",
            "Đổi mã của mục mới thêm; không đổi mã đã công bố, vì các đánh giá trước đây gắn với mã đó.",
        ),
        Code::DuplicateProcedure => (
            "Một phiên bản có hai tệp",
            "Hai tệp cùng mô tả một phiên bản của một thủ tục, thường do chép sang lĩnh vực khác mà chưa xóa tệp cũ. Trang không thể tự chọn tệp đúng.",
            "Giữ một tệp. Nếu tệp thứ hai là nội dung sẽ áp dụng sau này, thêm ngày vào tên: `1.000894@2027-03-01.yaml`.",
        ),
        Code::WordsWithoutOriginal => (
            "Bản dịch không khớp bản gốc",
            "Bản dịch chỉ mang lời, xếp theo mã của bản gốc; bản gốc mới có giá trị. Một mã chỉ có trong bản dịch là lời dịch còn sót lại sau khi bản gốc đã đổi, hoặc là mã gõ sai.",
            "Mở bản gốc, chép đúng mã. Ví dụ bản gốc có `- id: nop` thì bản dịch viết `nop: {position: \"Applicant\", …}`.",
        ),
        Code::WordsWithoutFile => (
            "Bản dịch không có bản gốc",
            "Bản dịch không mang số liệu nào nên không đứng một mình được. Thường là tệp gốc đã đổi tên hoặc bị xóa.",
            "Đổi tên bản dịch theo tệp gốc, ví dụ `1.000894.yaml` và `1.000894.en.yaml`, hoặc xóa bản dịch.",
        ),
        Code::MissingForm => (
            "Thiếu biểu mẫu",
            "Mẫu đơn, mẫu tờ khai là một phần của thủ tục và phải được niêm yết cùng thủ tục. Một nút tải về mà không có tệp khiến người dân phải đi lại thêm một lần.",
            "Chép tệp vào `forms/` và ghi đúng tên: `form: \"to-khai-dang-ky-ket-hon.docx\"`. Máy chủ phân biệt chữ hoa và chữ thường.",
        ),
        Code::OfferedNowhere => (
            "Thủ tục không cơ quan nào tiếp nhận",
            "Trang của thủ tục sẽ không nói được nộp ở đâu. Có thể là thủ tục mới chưa đưa vào nhóm nào, hoặc thủ tục đã thôi tiếp nhận.",
            "Thêm mã vào `sets/<nhóm>.yaml` hoặc vào `offers.also` của cơ quan; thủ tục đã bãi bỏ thì ghi `effective_to`.",
        ),
        Code::IdleCounter => (
            "Quầy không có thủ tục",
            "Mã in đặt tại quầy sẽ dẫn người dân tới một trang không có thủ tục nào. Thường là `handles` ghi lĩnh vực mà cơ quan không tiếp nhận.",
            "Sửa `handles`, ví dụ `handles: {fields: [ho-tich, chung-thuc]}`.",
        ),
        Code::NoCounterFor => (
            "Thủ tục không thuộc quầy nào",
            "Cơ quan nhận thủ tục nhưng không nói người dân phải đến quầy nào. Người dân sẽ phải hỏi lòng vòng, và đánh giá không gắn được với quầy.",
            "Thêm lĩnh vực vào `handles.fields` của một quầy, hoặc từng mã vào `handles.codes`.",
        ),
        Code::ParentLoop => (
            "Cơ quan là cấp trên của chính mình",
            "Các dòng `parent` nối thành vòng nên không có cơ quan nào đứng đầu, và không thể cộng kết quả từ cấp dưới lên.",
            "Xã, phường có `parent` là tỉnh hoặc thành phố; cơ quan đứng đầu viết `parent: none`.",
        ),
        Code::StrayOffering => (
            "Quy định riêng cho thủ tục không tiếp nhận",
            "Tệp trong `offerings/` chỉ ghi điều khác biệt tại cơ quan, như mức thu hoặc nơi nộp. Nếu cơ quan không tiếp nhận thủ tục đó, những điều đã ghi không hiện ở đâu cả.",
            "Thêm mã vào `offers.also` trong `agency.yaml`, hoặc xóa tệp.",
        ),
        Code::UndeclaredLanguage => (
            "Ngôn ngữ chưa khai báo",
            "Phần trước đuôi tệp là mã ngôn ngữ. Trang chỉ dựng những ngôn ngữ có trong `languages`; bản dịch sang ngôn ngữ khác sẽ không ai thấy.",
            "Thêm mã ngôn ngữ vào `languages` trong `site.yaml`, hoặc sửa tên tệp nếu gõ nhầm.",
        ),
        Code::EditionInOtherField => (
            "Các phiên bản nằm ở hai lĩnh vực",
            "Lĩnh vực lấy theo tên thư mục. Một thủ tục nằm ở hai thư mục thì khi phiên bản mới có hiệu lực, quầy phụ trách có thể đổi mà không ai biết.",
            "Để mọi tệp của cùng một mã trong một thư mục `procedures/<lĩnh vực>/`.",
        ),
        Code::WordsNotShown => (
            "Lời dịch không có gì để dịch",
            "Bản gốc có giá trị ràng buộc, bản dịch chỉ nói lại bằng tiếng khác. Chỗ nào bản gốc ghi `none`, trích nguyên văn quyết định (`as_announced`) hoặc không ghi gì thì không có gì để dịch, và không trang nào hiện lời dịch ấy.",
            "Xóa dòng đó trong tệp dịch. Nếu nội dung là đúng và bản gốc còn thiếu thì ghi vào bản gốc trước.",
        ),
        // 3 quy định pháp luật
        Code::MissingPart => (
            "Thiếu phần bắt buộc của thủ tục",
            "Điều 8 Nghị định 63/2010/NĐ-CP quy định thủ tục hành chính phải có tên, trình tự, cách thức, thành phần và số lượng hồ sơ, thời hạn, đối tượng, cơ quan giải quyết. Niêm yết thiếu một phần là niêm yết chưa đầy đủ, và người dân có quyền từ chối điều không được công khai. Danh sách phần bắt buộc nằm trong `law/required-parts.yaml`.",
            "Chép phần còn thiếu từ quyết định công bố. Nếu chính quyết định bỏ ngỏ, trích nguyên văn: `limit: {as_announced: \"Không có thông tin\"}`.",
        ),
        Code::NoneNotStated => (
            "Không nói rõ là không có",
            "Phí, lệ phí, yêu cầu, điều kiện hay kết quả chỉ bắt buộc khi có; nhưng im lặng thì không ai biết là “không có” hay “quên ghi”. “Không có thông tin” cũng không phải là “miễn phí”.",
            "Nói thẳng ra: `fees: none`, `conditions: none`. Nếu có thì ghi đầy đủ.",
        ),
        Code::MissingContact => (
            "Thiếu đầu mối liên hệ",
            "Hỏi về hồ sơ, phản ánh kiến nghị về quy định hành chính, và khiếu nại tố cáo là ba việc theo ba quy định khác nhau. Nghị định 20/2008/NĐ-CP buộc phải niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị; khiếu nại, tố cáo thì không đi đường đó mà đến nơi tiếp công dân.",
            "Ghi riêng từng đầu mối trong `contacts`: `help`, `petitions`, `complaints`; không gộp chung một số điện thoại cho gọn.",
        ),
        Code::NoHotline => (
            "Không có số điện thoại để hỏi",
            "Người dân chỉ cần hỏi một câu thì không nên phải đi một chuyến. Tờ niêm yết và trang quầy đều in số này.",
            "Thêm số của bộ phận hướng dẫn: `help: {name: \"Quầy hướng dẫn\", phone: \"0200 000 0001\"}`, hoặc một mục trong `hotlines`.",
        ),
        Code::AnnouncedNotPosted => (
            "Thủ tục đã công bố mà chưa niêm yết",
            "Danh mục công bố là căn cứ để kiểm tra việc niêm yết: thủ tục có trong danh mục thì phải có trên trang, đầy đủ và kịp thời. Đây thường là thủ tục mới theo quyết định vừa ban hành.",
            "Thêm tệp thủ tục và đưa mã vào `offers`. Nếu quyết định sau đã bãi bỏ, cập nhật `announced` theo quyết định đó.",
        ),
        Code::PostedNotAnnounced => (
            "Thủ tục niêm yết mà không có trong danh mục công bố",
            "Cơ quan chỉ được giải quyết thủ tục đã được công bố. Một thủ tục thừa có thể là thủ tục đã bãi bỏ, hoặc danh mục trong `agency.yaml` chưa cập nhật.",
            "Đối chiếu với quyết định công bố. Thủ tục đến từ một nhóm dùng chung thì loại ra bằng `offers: {except: [\"1.000894\"]}`.",
        ),
        Code::Expired => (
            "Thủ tục đã hết hiệu lực",
            "Tất cả các phiên bản đều có ngày kết thúc đã qua, nên trang không còn nội dung nào để áp dụng cho hồ sơ nộp hôm nay.",
            "Thêm phiên bản mới, tên tệp có ngày: `1.000894@2027-03-01.yaml`. Nếu thủ tục vẫn áp dụng, bỏ `effective_to`; nếu đã bãi bỏ, bỏ mã khỏi `offers`.",
        ),
        Code::NotYetInForce => (
            "Thủ tục chưa có hiệu lực",
            "Quyết định công bố thường ra trước ngày có hiệu lực, nên chuẩn bị sẵn là đúng. Nhưng nếu ngày bị gõ sai năm, thủ tục sẽ vắng mặt trên trang mà không ai để ý.",
            "Kiểm tra `effective_from` (phiên bản đầu) hoặc ngày sau dấu `@` trong tên tệp. Nếu đúng thì để nguyên: đến ngày trang tự đăng.",
        ),
        Code::EditionsOverlap => (
            "Hai phiên bản cùng có hiệu lực",
            "Trong cùng một ngày chỉ được có một nội dung áp dụng; hai phiên bản chồng nhau thì người dân và cán bộ có thể dựa vào hai bản khác nhau.",
            "Cho `effective_to` của bản trước là ngày liền trước ngày bắt đầu của bản sau, hoặc bỏ `effective_to`: bản trước tự hết khi bản sau bắt đầu.",
        ),
        Code::EditionGap => (
            "Khoảng trống giữa hai phiên bản",
            "Có những ngày không phiên bản nào áp dụng, và trong những ngày đó trang không nói được gì về thủ tục. Hiếm khi pháp luật thật sự để trống như vậy; thường là gõ nhầm ngày.",
            "Đối chiếu ngày hết hiệu lực của bản trước với quyết định công bố; nếu không có ngày riêng thì bỏ `effective_to`.",
        ),
        Code::NoDecision => (
            "Không ghi quyết định công bố",
            "Nội dung niêm yết phải lấy từ quyết định công bố, và khi có chênh lệch thì quyết định mới là bản có giá trị. Không ghi số quyết định thì không ai đối chiếu được.",
            "Thêm `decision: {number: \"1872/QĐ-BTP\", issued: 2020-09-04, body: \"Bộ Tư pháp\"}`; `issued` và `body` có thể bỏ.",
        ),
        Code::AsAnnounced => (
            "Nội dung quyết định còn bỏ ngỏ",
            "Có những quyết định công bố tự ghi “Không có thông tin” ở mức thu hoặc thời hạn. Cơ quan niêm yết không được tự đặt ra số liệu, nên trang trích nguyên văn và nói rõ với người dân; cảnh báo này nhắc rằng chỗ đó vẫn còn thiếu.",
            "Không bắt buộc sửa. Nên đề nghị cơ quan công bố bổ sung; khi có quyết định mới, thay `as_announced` bằng giá trị cụ thể như `limit: 3 working_days`.",
        ),
        Code::Abolished => (
            "Nhắc tới cơ quan, giấy tờ hoặc tên gọi đã bỏ",
            "Từ ngày 01/07/2025 không còn cấp huyện, nhiều sở đã hợp nhất, một số giấy tờ và “mức độ 3, mức độ 4” của dịch vụ công trực tuyến cũng không còn. Người dân đọc tên cũ sẽ đi nhầm nơi. Danh sách từ nằm trong `law/abolished.yaml`.",
            "Thay bằng tên hiện nay theo văn bản mới, ví dụ “mức độ 4” thành `level: full` (toàn trình). Nếu quyết định công bố vẫn ghi tên cũ, đề nghị cơ quan công bố sửa đổi.",
        ),
        Code::SurveyWithoutCitation => (
            "Phiếu khảo sát không dẫn nguồn",
            "Phiếu ghi là chính thức hoặc tham khảo theo một văn bản thì kết quả sẽ được so với văn bản đó. Không dẫn nguồn thì con số có vẻ chính thức mà không ai kiểm chứng được.",
            "Thêm `citation: \"Quyết định số 1001/QĐ-BNV\"`, hoặc viết `status: local` nếu câu hỏi do cơ quan tự đặt.",
        ),
        Code::EndsBeforeBegins => (
            "Kết thúc trước khi bắt đầu",
            "Một phiên bản hay một mức thu kết thúc trước ngày bắt đầu thì không bao giờ có hiệu lực; thường do gõ nhầm năm.",
            "Kiểm tra lại năm, tháng, ngày trong quyết định công bố.",
        ),
        Code::EditionsSameDay => (
            "Hai phiên bản cùng một ngày",
            "Từ ngày đó không rõ phiên bản nào có giá trị, và người dân có thể được hướng dẫn theo bản sai.",
            "Sửa `effective_from` của bản đầu hoặc ngày trong tên tệp của bản sau.",
        ),
        Code::EditionBeforeFirst => (
            "Phiên bản sau lại sớm hơn bản đầu",
            "Tệp không có ngày trong tên là phiên bản đầu tiên. Phiên bản có ngày mà lại sớm hơn thì bản đầu sẽ thay bản sau, ngược với ý người viết.",
            "Đổi ngày trong tên tệp cho đúng; bản cũ hơn nên là tệp không có ngày.",
        ),
        Code::FromInDatedEdition => (
            "Ngày hiệu lực ghi hai nơi",
            "Một dữ kiện chỉ viết một lần: phiên bản có ngày trong tên tệp lấy ngày đó. Ghi thêm trong tệp thì hai nơi có thể khác nhau.",
            "Xóa `effective_from` trong tệp có `@ngày`; khóa này chỉ dành cho phiên bản đầu tiên.",
        ),
        // 4 hợp lý
        Code::FreeWithAmount => (
            "Miễn phí mà ghi chú có số tiền",
            "Trong dữ liệu xuất từ cổng dịch vụ công, mức thu hay nằm trong ghi chú, còn ô số tiền để 0. Người dân đọc “miễn phí” rồi đến quầy lại phải nộp tiền.",
            "Đưa số tiền về đúng chỗ: `amount: 8000 VND`. Nếu số tiền trong ghi chú chỉ áp dụng cho trường hợp khác, tách thành khoản thu riêng có `when`.",
        ),
        Code::DroppedThousands => (
            "Số tiền mất hàng nghìn",
            "“20.000 đồng” dễ bị rút thành 20 khi chép từ bảng tính, vì dấu chấm bị hiểu là dấu thập phân; dữ liệu thật có hơn trăm ô như vậy. Hầu như không còn khoản phí, lệ phí nào dưới một nghìn đồng.",
            "Viết đủ số, không dấu chấm: `amount: 20000 VND`. Trang sẽ tự hiện thành 20.000 đồng.",
        ),
        Code::LongTitle => (
            "Tên quá dài mà không có tên ngắn",
            "Tên chính thức có khi dài cả nghìn ký tự, không đọc được trên điện thoại và không in vừa tờ niêm yết. Tên chính thức vẫn phải giữ nguyên, nên cần thêm một tên ngắn.",
            "Thêm `short_name: \"Đăng ký kết hôn\"`, không quá 80 ký tự, bằng lời người dân hay dùng.",
        ),
        Code::FeeOutsideEdition => (
            "Khoản thu nằm ngoài thời gian của phiên bản",
            "Khoản thu chỉ hiện khi phiên bản chứa nó đang có hiệu lực. Nếu thời gian của hai bên không gặp nhau, khoản thu ấy không bao giờ hiện ra.",
            "Sửa `from`, `to` của khoản thu, hoặc chuyển nó sang tệp của phiên bản đúng thời gian.",
        ),
        Code::FeeExpired => (
            "Mức thu đã hết hiệu lực",
            "Nhiều đợt giảm phí, lệ phí chỉ áp dụng trong một thời gian. Hết hạn mà không ghi mức mới thì trang không nói được hôm nay phải nộp bao nhiêu.",
            "Thêm mức tiếp theo thành một mục nữa, có `from` là ngày liền sau: ví dụ mức giảm có `to: 2027-02-28`, mức thường có `from: 2027-03-01`.",
        ),
        Code::PaperWithoutCount => (
            "Giấy tờ không ghi số bản",
            "Trong dữ liệu gốc, nhiều lời dặn như “Lưu ý: …” nằm lẫn trong bảng giấy tờ với số bản bằng 0. Để nguyên thì người dân tưởng phải chuẩn bị thêm một giấy tờ.",
            "Giấy tờ thật thì ghi `originals: 1` hoặc `copies: 1`. Lời dặn thì chuyển vào `note` của giấy tờ liên quan.",
        ),
        Code::OnlineChannel => (
            "Cách nộp trực tuyến ghi chưa đúng",
            "Dịch vụ công trực tuyến phải nói rõ toàn trình hay một phần, và nộp ở địa chỉ nào; nộp tại quầy hay qua bưu chính thì không có hai điều đó. Ghi thiếu thì nút “Nộp trực tuyến” không biết dẫn đi đâu.",
            "Viết đủ ba khóa: `kind: online`, `level: full` (hoặc `partial`), `url: \"https://…\"`. Quyết định không nêu thì trích nguyên văn: `level: {as_announced: \"…\"}`; không có trang nộp riêng thì viết `url: none`.",
        ),
        Code::UnnamedCase => (
            "Trường hợp hồ sơ không có tên",
            "Khi một thủ tục có nhiều bộ giấy tờ, người dân phải chọn đúng trường hợp của mình. Trường hợp không tên thì không chọn được.",
            "Thêm `name` cho từng trường hợp, ví dụ `name: \"Trường hợp ủy quyền\"`, và `name: \"Mọi trường hợp\"` cho phần chung.",
        ),
        Code::LongShortName => (
            "Tên ngắn quá dài",
            "Tên ngắn hiện trong danh sách, trên điện thoại và trên tờ niêm yết; dài quá thì bị cắt mất phần quan trọng.",
            "Viết không quá 80 ký tự, bỏ các chữ “Thủ tục”, “cấp”, “theo quy định”.",
        ),
        Code::AmountAndQuote => (
            "Vừa có số tiền vừa có nguyên văn",
            "`as_announced` chỉ dùng thay cho số tiền khi quyết định không nêu. Có cả hai thì một bên bị bỏ qua mà không ai biết.",
            "Bỏ một trong hai khóa; lời giải thích thêm thì viết vào `note`.",
        ),
        Code::HoursReversed => (
            "Giờ làm việc bị ngược",
            "Giờ đóng cửa trước giờ mở cửa thì trang luôn báo là đang nghỉ; thường do đổi chỗ `from` và `to`.",
            "Buổi sáng và buổi chiều viết thành hai dòng; giờ viết theo 24 giờ, ví dụ `\"13:30\"`.",
        ),
        Code::OverHundredPercent => (
            "Tỷ lệ trên 100 %",
            "Mức thu theo tỷ lệ là một phần của giá trị ghi ở `of`, nên không thể quá 100 %; thường do mất dấu thập phân.",
            "Viết `amount: 0.5 %` thay vì `amount: 500 %`.",
        ),
        Code::NoSets => (
            "Số lượng hồ sơ bằng 0",
            "Số lượng hồ sơ là nội dung bắt buộc; ghi 0 thường là để lấp chỗ trống.",
            "Ghi số bộ thật, ví dụ `file_sets: 1`; quyết định không nêu thì trích nguyên văn bằng `as_announced`.",
        ),
        Code::SurveyChanged => (
            "Câu hỏi đổi mà phiên bản không đổi",
            "Mỗi câu trả lời chỉ giữ số phiên bản của phiếu. Nếu câu hỏi đổi dưới cùng một phiên bản, câu trả lời cũ sẽ nói điều không ai nói, và kết quả các kỳ không so sánh được.",
            "Nâng `version` thêm 1 và ghi sổ bằng `niemyet surveys record`; nếu đổi nhầm thì trả câu hỏi về như cũ.",
        ),
        Code::SurveyVersionBack => (
            "Phiên bản phiếu lùi lại",
            "Sổ phiên bản chỉ tăng: dùng lại số nhỏ hơn làm lẫn câu trả lời mới với câu trả lời cũ.",
            "Ghi lại `version` đúng; muốn dùng lại bộ câu hỏi cũ thì ghi thành một phiên bản mới.",
        ),
        Code::SurveyNotRecorded => (
            "Phiên bản phiếu chưa ghi sổ",
            "Sổ `survey-versions.yaml` nhớ mỗi phiên bản đã hỏi những gì; phiên bản chưa ghi thì lần sửa sau không được phát hiện.",
            "Chạy `niemyet surveys record` khi các câu hỏi đã chốt, rồi lưu sổ cùng với nội dung.",
        ),
        Code::SlowFirstQuestion => (
            "Phiếu ở quầy không bắt đầu bằng một chạm",
            "Người quét mã ở quầy thường chỉ chạm một lần. Câu đầu chọn một và bắt buộc thì được lưu ngay khi chạm; nếu không, người dân phải điền cả trang rồi mới gửi.",
            "Đặt câu hài lòng chung lên đầu với `required: true`, các câu khác để sau.",
        ),
        Code::BoundsReversed => (
            "Giới hạn số bị ngược",
            "Câu hỏi số chỉ nhận số từ `min` đến `max`; nếu ngược nhau thì số nào cũng bị từ chối.",
            "Ghi `min` nhỏ hơn hoặc bằng `max`.",
        ),
        Code::HoursOverlap => (
            "Giờ làm việc trùng nhau",
            "Hai buổi trùng giờ trong một ngày thì không ai biết buổi nào đúng, và trang không thể nói lúc nào có người trực.",
            "Mỗi buổi viết một mục và không trùng nhau: `{days: [mon], from: \"07:30\", to: \"11:30\"}`, `{days: [mon], from: \"13:30\", to: \"17:00\"}`.",
        ),
        // 5 mã in và địa chỉ
        Code::CounterWithoutCode => (
            "Quầy chưa có mã in",
            "Mỗi quầy có một mã ngắn in trên tờ niêm yết để người dân quét và đánh giá. Mã được cấp một lần, ghi vào sổ `printed-codes.yaml` và giữ mãi, nên không sinh ra tự động mỗi lần dựng trang.",
            "Chạy `niemyet codes assign`, rồi lưu `printed-codes.yaml` cùng với nội dung.",
        ),
        Code::CodeReused => (
            "Mã in bị trùng",
            "Tờ giấy đã dán thì không sửa được từ xa: một mã dùng cho hai quầy sẽ trộn lẫn đánh giá của hai nơi. Vì vậy sổ mã chỉ ghi thêm, không sửa, không dùng lại.",
            "Giữ dòng có ngày `since` sớm hơn, xóa dòng kia, rồi chạy `niemyet codes assign` cho quầy còn thiếu và in lại tờ của quầy đó.",
        ),
        Code::BadSuccessor => (
            "Mã thay thế không đúng",
            "Khi một mã thôi dùng, `successor` cho biết người quét tờ giấy cũ được dẫn tới mã nào. Mã thay thế không có thật, hoặc là chính nó, thì tờ giấy cũ thành ngõ cụt.",
            "Ghi mã đang dùng của quầy đã nhận việc, ví dụ `successor: K7F3ABM`; nếu không có quầy nào thay thì bỏ khóa này.",
        ),
        Code::BadBaseUrl => (
            "Địa chỉ trang không đầy đủ",
            "`base_url` dùng cho bản đồ trang, nguồn tin và liên kết tuyệt đối; thiếu `https://` thì những liên kết đó hỏng.",
            "Viết `base_url: \"https://niemyet.minhhoa.example\"`; nếu trang nằm dưới một đường dẫn thì ghi cả đường dẫn.",
        ),
        Code::PrintOriginMissing => (
            "Cần tên miền riêng cho mã in",
            "Địa chỉ trong mã in có dạng `https://TÊN-MIỀN/Q/MÃ`: càng ngắn thì ô vuông càng to và điện thoại cũ càng dễ quét. Trang nằm dưới một đường dẫn thì dạng này không dùng được, nên phải nói rõ tên miền dành cho mã in.",
            "Thêm `print_origin: \"https://niemyet.minhhoa.example\"` và cho tên miền đó dẫn về trang.",
        ),
        Code::BadPrintOrigin => (
            "Tên miền của mã in không đúng",
            "`print_origin` được in ra giấy nên phải là `https://` và một tên miền, không kèm đường dẫn, dấu hỏi hay dấu gạch chéo cuối. In sai thì phải in lại toàn bộ.",
            "Viết đúng như `print_origin: \"https://niemyet.minhhoa.example\"`.",
        ),
        Code::InsecurePrintOrigin => (
            "Địa chỉ in không được bảo vệ",
            "Địa chỉ trong mã được in ra giấy và treo nhiều năm. Qua `http://`, người dùng chung mạng có thể đọc hay đổi trang và phiếu đánh giá, nhiều điện thoại còn cảnh báo. Vì vậy mã thật luôn là `https://`; `http://` chỉ để chạy thử.",
            "Cài chứng thư cho máy chủ rồi viết `https://`; khi chưa có, `niemyet codes assign --trial` cấp mã để thử.",
        ),
        Code::SuccessorLoop => (
            "Mã thay thế dẫn vòng quanh",
            "Người quét tờ giấy cũ được dẫn từ mã này sang mã khác; nếu dẫn vòng thì không bao giờ tới quầy nào.",
            "Dò theo các `successor` và bỏ khóa này ở mã cuối cùng, mã đang treo tại quầy.",
        ),
        Code::RetiredBeforeSince => (
            "Mã thôi dùng trước khi dùng",
            "Sổ mã in cho biết tờ nào treo trong thời gian nào; ngày bị ngược thì không tra được phản ánh thuộc về tờ nào.",
            "Kiểm tra năm trong `retired`.",
        ),
        Code::TwoLiveCodes => (
            "Một quầy có hai mã đang dùng",
            "Tờ niêm yết in lại chỉ mang một mã. Hai mã cùng dùng thì không rõ tờ nào là tờ đúng và khi nào phải thay.",
            "Ghi `retired: 2027-01-01` và `successor` cho mã cũ.",
        ),
        Code::PrintedHostLost => (
            "Tờ đang treo mang tên miền cũ",
            "Tên miền đã in ra giấy thì còn treo nhiều năm. Đổi `base_url` hay `print_origin` mà tên miền cũ không dẫn sang thì mọi mã đã treo thành mã chết. Sổ `printed-sheets.yaml` ghi tờ nào mang tên miền nào.",
            "Cho tên miền cũ chuyển hướng sang tên miền mới và ghi `redirects_from: [\"https://niemyet.cu.example\"]` trong `site.yaml`, rồi in lại các tờ được nêu.",
        ),
        Code::PrintedCodeLost => (
            "Mã đã in không còn trong sổ",
            "Mã đã treo mà mất khỏi sổ thì người quét gặp trang lỗi, và mã ấy có thể bị cấp lại cho quầy khác.",
            "Khôi phục dòng đó từ bản lưu; muốn thôi dùng thì ghi `retired: 2027-01-01` và `successor`.",
        ),
        // 6 cả trang
        Code::NoSite => (
            "Không thấy site.yaml",
            "`site.yaml` là tệp đầu tiên chương trình đọc: nó nói tên trang, địa chỉ và ngôn ngữ. Không thấy tệp này thường là do đang đứng ở thư mục khác.",
            "Chạy lại với `--site <thư mục>`, hoặc chép thư mục mẫu `site-content/` rồi thay bằng nội dung của mình.",
        ),
        Code::NoLanguages => (
            "Chưa khai báo ngôn ngữ",
            "Ngôn ngữ đầu tiên trong danh sách là bản có giá trị pháp lý, các ngôn ngữ sau chỉ để tham khảo. Không có ngôn ngữ nào thì không có nội dung nào có giá trị.",
            "Viết `languages: [vi, en]` trong `site.yaml`; trang chỉ có tiếng Việt thì `languages: [vi]`.",
        ),
        Code::NoProcedures => (
            "Chưa có thủ tục nào",
            "Một trang niêm yết không có thủ tục thì chưa có gì để niêm yết; thường là các tệp nằm sai thư mục.",
            "Tạo tệp theo mẫu `procedures/<lĩnh vực>/<mã>.yaml`, ví dụ `procedures/ho-tich/1.000894.yaml`.",
        ),
        Code::PageWithoutTitle => (
            "Trang không có tiêu đề",
            "Tiêu đề hiện trên thẻ trình duyệt, trong danh mục và được trình đọc màn hình đọc trước tiên. Không có tiêu đề thì người khiếm thị không biết mình đang ở trang nào.",
            "Dòng đầu của tệp `.md` viết `# Giới thiệu`, có một dấu cách sau dấu `#`.",
        ),
        Code::LeftOut => (
            "Phần có lỗi không được đăng",
            "Khi chạy với `--keep-going`, trang vẫn được dựng nhưng bỏ phần hỏng, hoặc giữ phiên bản tốt gần nhất. Thà thiếu và nói rõ là thiếu còn hơn đăng điều sai.",
            "Sửa các lỗi khác trong báo cáo; thông báo này tự hết khi không còn lỗi.",
        ),
        Code::LawNotChecked => (
            "Chưa kiểm tra tính đầy đủ theo luật",
            "Các nội dung bắt buộc của một thủ tục nằm trong dữ liệu, không nằm trong chương trình, vì luật có thể thay đổi. Thiếu tệp này thì báo cáo sạch không có nghĩa là đã đủ.",
            "Chép `law/required-parts.yaml` từ bộ nội dung mẫu và giữ nó theo luật đang có hiệu lực.",
        ),
        // 7 kết quả
        Code::BulletinNotSigned => (
            "Bản tin chưa ký",
            "Bản tin kết quả chỉ lên trang khi có người chịu trách nhiệm ký. Chương trình chỉ lập bản nháp; con người quyết định công bố.",
            "Ký bằng `niemyet results sign <tệp> --by \"Họ tên, chức vụ\"`, hoặc tự điền `signed_by`, `signed_on` nếu bản nháp chưa bị sửa.",
        ),
        Code::BulletinChanged => (
            "Bản tin bị sửa sau khi ký",
            "Chữ ký chỉ có giá trị với đúng nội dung đã ký. `content_hash` là dấu của nội dung ấy; sửa một chữ là dấu không khớp.",
            "Ký lại nếu thay đổi là đúng; nếu không, lấy lại bản đã ký.",
        ),
        Code::PeriodNotOver => (
            "Kỳ chưa kết thúc",
            "Đăng số liệu giữa kỳ rồi đăng lại cuối kỳ thì hiệu của hai lần cho biết ý kiến của vài người đến sau.",
            "Đợi hết kỳ rồi mới lập bản tin.",
        ),
        Code::NamedOtherwise => (
            "Tên tệp khác nội dung",
            "Tên tệp là kỳ báo cáo: `2026-q4.yaml`, hoặc `2026-q4@<cơ quan>.yaml` cho một cơ quan.",
            "Sửa tên tệp hoặc `period`, `agency` trong tệp.",
        ),
        Code::SmallFigureShown => (
            "Số liệu của quá ít lượt",
            "Dưới 10 lượt trả lời thì người quen có thể đoán ai đã trả lời thế nào.",
            "Lập lại bản tin bằng chương trình; đừng hạ ngưỡng dưới 10.",
        ),
        Code::ImpossibleFigure => (
            "Số liệu không thể có",
            "Tỷ lệ phải nằm trong khoảng tin cậy của nó, và khoảng ấy tính ra được từ tỷ lệ và số lượt. Không khớp là đã bị sửa tay.",
            "Lập lại bản tin bằng `niemyet results --publish`.",
        ),
        Code::PartsDisagree => (
            "Tổng không khớp các phần",
            "Tiếp nhận = trước hạn + đúng hạn + quá hạn + đang giải quyết, và tổng của cơ quan là tổng các lĩnh vực. Không khớp thì một trong các số là sai.",
            "Đối chiếu với hệ thống nguồn rồi sửa.",
        ),
        Code::WithheldFollows => (
            "Số bị ẩn vẫn tính ra được",
            "Tổng hiển thị, mọi phần khác hiển thị, thì phần bị ẩn chỉ cần một phép trừ.",
            "Lập lại bản tin bằng chương trình, không tự bỏ hoặc thêm ô.",
        ),
        Code::UnitRetired => (
            "Quầy trong bản tin nay không còn",
            "Bản tin cũ vẫn nói đúng về kỳ của nó, kể cả khi quầy đã ngừng.",
            "Không cần làm gì, trừ khi mã quầy bị gõ nhầm.",
        ),
        Code::MeasureWithoutOutcome => (
            "Biện pháp quá hẹn chưa có kết quả",
            "Công dân đọc lời hẹn có ngày. Qua ngày ấy mà không nói kết quả thì lời hẹn mất tin cậy.",
            "Ghi `outcome` rồi ký lại.",
        ),
        Code::MissingColumns => (
            "Bảng số liệu thiếu cột",
            "Chương trình nhận cột theo tên ở dòng đầu, không theo thứ tự. Thiếu một cột thì không tính được tỷ lệ đúng hạn.",
            "Thêm cột với tên đúng ở dòng đầu.",
        ),
        Code::NotACount => (
            "Ô không phải số hồ sơ",
            "Số hồ sơ là số nguyên. `12,5` có thể là nhầm cột phần trăm; `1,234` không rõ là nghìn hay thập phân.",
            "Viết số nguyên, dấu chấm nếu muốn tách hàng nghìn.",
        ),
        Code::NotADayOf => (
            "Ngày ngoài kỳ",
            "Tệp tháng 10 mà có dòng của tháng khác thì tổng của tháng sai.",
            "Chuyển dòng ấy sang tệp của kỳ nó thuộc về, hoặc sửa ngày.",
        ),
        Code::ApologiesNotSigned => (
            "Sổ xin lỗi chưa ký",
            "Bản nháp do chương trình lập; chỉ khi có người chịu trách nhiệm ký thì trang mới đăng.",
            "Đọc lại tệp, rồi chạy `niemyet apologies sign <tệp> --by \"Họ tên, chức vụ\"`.",
        ),
        Code::ApologiesChanged => (
            "Sổ xin lỗi bị sửa sau khi ký",
            "Chữ ký gắn với một nội dung. Nội dung đổi thì chữ ký không còn giá trị và sổ không được đăng.",
            "Trả lại nội dung cũ hoặc ký lại.",
        ),
        Code::FileNumberReadable => (
            "Số hồ sơ chưa che",
            "Với số hồ sơ đầy đủ, ai cũng tra được hồ sơ của người khác trên cổng quốc gia.",
            "Thay các ký tự ở giữa bằng dấu `•`, hoặc lập lại tệp bằng `niemyet apologies --publish`.",
        ),
        Code::ReasonNamesSomebody => (
            "Lý do xin lỗi chưa dùng được",
            "Lý do được đăng công khai nên không được chỉ ra một người cụ thể.",
            "Viết lại, ví dụ: “Phải xác minh tại nơi cư trú cũ”.",
        ),
        Code::ApologyTwice => (
            "Một hồ sơ xin lỗi hai lần",
            "Mỗi hồ sơ chỉ được hẹn lại một lần; hai dòng làm sai số đã xin lỗi.",
            "Xóa dòng thừa.",
        ),
        Code::ApologyDays => (
            "Ngày của lời xin lỗi không khớp",
            "Ngày hẹn mới trước ngày hẹn cũ, hoặc thư ký ở tương lai, là dấu hiệu gõ nhầm.",
            "Sửa ngày theo văn bản đã gửi.",
        ),
        Code::MoreApologies => (
            "Xin lỗi nhiều hơn quá hạn",
            "Một trong hai số sai; đăng cả hai thì người đọc không biết tin số nào.",
            "Đối chiếu với báo cáo của kỳ rồi sửa.",
        ),
        Code::ToDecide => (
            "Chỗ cần người xem sau khi nhập",
            "Dữ liệu nguồn không rõ ở chỗ này. Lệnh nhập không đoán: giữ nguyên lời của nguồn và ghi vào `to_decide` để người phụ trách quyết định.",
            "Đối chiếu với quyết định công bố, sửa chỗ được nêu, rồi xóa dòng trong `to_decide`.",
        ),
        Code::RecordUnread => (
            "Bản ghi không nhập được",
            "Một dòng của tệp nguồn không phải bản ghi, hoặc thiếu mã hay tên. Những dòng khác không bị ảnh hưởng.",
            "Sửa dòng đó trong tệp nguồn rồi nhập lại.",
        ),
        Code::RecordTwice => (
            "Hai dòng một mã",
            "Mỗi mã là một tệp; lấy dòng nào trong hai dòng khác nhau thì chỉ người phụ trách biết.",
            "Xóa dòng thừa.",
        ),
        Code::BookRefused => (
            "Tệp không được mở",
            "Tệp quá lớn, nén bất thường, có macro, hỏng, hoặc không phải loại nhập được. Không có gì bị thay đổi.",
            "Lưu lại thành .xlsx không macro, hoặc tệp loại khác nhập được.",
        ),
        Code::SheetMissing => (
            "Thiếu trang tính",
            "Trang được nhận ra theo tên và theo tiêu đề cột. Trang thiếu thì nội dung của nó giữ nguyên, không bị coi là đã xóa.",
            "Đặt lại tên trang như khi xuất ra.",
        ),
        Code::CellRefused => (
            "Ô không đọc được chắc chắn",
            "Excel tự đổi mã, ngày, số tiền; công thức và ô trộn có thể hiện một đằng, lưu một nẻo. Ô như vậy được nêu ra và nội dung cũ giữ nguyên.",
            "Đặt định dạng ô là Text, ghi lại giá trị, rồi nhập lại.",
        ),
    };
    Explanation { code, title, why, mend }
}
