//! A backend that draws nothing: it lets a chart be laid out where there is no picture to paint.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::frame::px;
use super::type_width;

/// The size of the picture that is not painted, in backend units.
pub struct Sketch {
    size: (u32, u32),
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Sketch {
    /// A sketch of the given size in logical pixels.
    pub fn new(width: f64, height: f64) -> Self {
        Self {
            size: (px(width).max(0) as u32, px(height).max(0) as u32),
        }
    }
}

/// The estimated size of a text in backend units, for backends that cannot ask a font.
pub fn estimated_size<S: BackendTextStyle>(text: &str, style: &S) -> (u32, u32) {
    let bold = matches!(style.style(), FontStyle::Bold);
    let width = type_width::estimate(text, style.size(), bold);
    (width.ceil() as u32, style.size().ceil() as u32)
}

impl DrawingBackend for Sketch {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Done {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        _: &S,
        _: bool,
    ) -> Done {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Done {
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, _: bool) -> Done {
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Done {
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, _: BackendCoord) -> Done {
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(estimated_size(text, style))
    }
}
