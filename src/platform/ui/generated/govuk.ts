// Made by scripts/generate-govuk.ts from the macro options of govuk-frontend. Do not edit.
import type { Html } from '../html.ts'
import { official } from '../official.ts'
import type { Attributes, Either, PluralText } from '../official-options.ts'

export type AccordionOptions = {
  readonly id: string
  readonly headingLevel?: number | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly rememberExpanded?: boolean | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
  readonly showAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
  readonly items: readonly ({
    readonly heading: Either<'text', 'html'>
    readonly summary?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
    readonly content: Either<'text', 'html'>
    readonly expanded?: boolean | undefined
  })[]
}

export type BackLinkOptions = {
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly href: string
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsOptions = {
  readonly items: readonly ({
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[]
  readonly classes?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly attributes?: Attributes | undefined
  readonly labelText?: string | undefined
}

export type ButtonOptions = {
  readonly type?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly id?: string | undefined
} & Either<'text', 'html'>

export type CharacterCountOptions = {
  readonly id?: string | undefined
  readonly name: string
  readonly rows?: string | undefined
  readonly value?: string | undefined
  readonly maxlength?: string | undefined
  readonly maxwords?: string | undefined
  readonly threshold?: string | undefined
  readonly countType?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly spellcheck?: boolean | undefined
  readonly countMessage?: {
    readonly classes?: string | undefined
  } | undefined
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: PluralText | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: PluralText | undefined
  readonly wordsUnderLimitText?: PluralText | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: PluralText | undefined
}

export type CheckboxesOptions = {
  readonly describedBy?: string | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInputs?: Either<'text', 'html'> | undefined
    readonly afterInputs?: Either<'text', 'html'> | undefined
  } | undefined
  readonly idPrefix?: string | undefined
  readonly name: string
  readonly items: readonly ({
    readonly id?: string | undefined
    readonly name?: string | undefined
    readonly value: string
    readonly label?: LabelOptions | undefined
    readonly hint?: HintOptions | undefined
    readonly checked?: boolean | undefined
    readonly conditional?: {
      readonly html: Html
    } | undefined
    readonly behaviour?: string | undefined
    readonly disabled?: boolean | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'> | { readonly divider: string })[]
  readonly values?: readonly string[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type CookieBannerOptions = {
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly messages: readonly ({
    readonly headingText?: string | undefined
    readonly headingHtml?: Html | undefined
    readonly actions?: readonly ({
      readonly text: string
      readonly type?: string | undefined
      readonly href?: string | undefined
      readonly name?: string | undefined
      readonly value?: string | undefined
      readonly classes?: string | undefined
      readonly attributes?: Attributes | undefined
    })[] | undefined
    readonly hidden?: boolean | undefined
    readonly role?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[]
}

export type DateInputOptions = {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly items?: readonly ({
    readonly id?: string | undefined
    readonly name: string
    readonly label?: string | undefined
    readonly value?: string | undefined
    readonly error?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly pattern?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  })[] | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInputs?: Either<'text', 'html'> | undefined
    readonly afterInputs?: Either<'text', 'html'> | undefined
  } | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly day?: NonNullable<DateInputOptions['items']>[number] | undefined
  readonly month?: NonNullable<DateInputOptions['items']>[number] | undefined
  readonly year?: NonNullable<DateInputOptions['items']>[number] | undefined
  readonly values?: {
    readonly day?: string | undefined
    readonly month?: string | undefined
    readonly year?: string | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type DetailsOptions = {
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'summaryText', 'summaryHtml'> & Either<'text', 'html'>

export type ErrorMessageOptions = {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly visuallyHiddenText?: string | undefined
} & Either<'text', 'html'>

export type ErrorSummaryOptions = {
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?: readonly ({
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'titleText', 'titleHtml'>

export type ExitThisPageOptions = {
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly redirectUrl?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly activatedText?: string | undefined
  readonly timedOutText?: string | undefined
  readonly pressTwoMoreTimesText?: string | undefined
  readonly pressOneMoreTimeText?: string | undefined
}

export type FeedbackOptions = {
  readonly headingLevel?: number | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'titleText', 'titleHtml'> & Either<'text', 'html'>

export type FieldsetOptions = {
  readonly describedBy?: string | undefined
  readonly legend?: {
    readonly classes?: string | undefined
    readonly isPageHeading?: boolean | undefined
  } & Either<'text', 'html'> | undefined
  readonly classes?: string | undefined
  readonly role?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly html?: Html | undefined
}

export type FileUploadOptions = {
  readonly name: string
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly multiple?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly javascript?: boolean | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly dropInstructionText?: string | undefined
  readonly multipleFilesChosenText?: PluralText | undefined
  readonly noFileChosenText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
}

export type FooterOptions = {
  readonly meta?: {
    readonly visuallyHiddenTitle?: string | undefined
    readonly html?: Html | undefined
    readonly text?: string | undefined
    readonly items?: readonly ({
      readonly text: string
      readonly href: string
      readonly attributes?: Attributes | undefined
    })[] | undefined
  } | undefined
  readonly navigation?: readonly ({
    readonly title: string
    readonly columns?: number | undefined
    readonly width?: string | undefined
    readonly items?: readonly ({
      readonly text: string
      readonly href: string
      readonly attributes?: Attributes | undefined
    })[] | undefined
  })[] | undefined
  readonly contentLicence?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
  } | undefined
  readonly copyright?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
  } | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type GenericHeaderOptions = {
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'logoText', 'logoHtml'>

export type HeaderOptions = {
  readonly homepageUrl?: string | undefined
  readonly productName?: string | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type HintOptions = {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type InputOptions = {
  readonly id?: string | undefined
  readonly name: string
  readonly type?: string | undefined
  readonly inputmode?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly prefix?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'> | undefined
  readonly suffix?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'> | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocapitalize?: string | undefined
  readonly inputWrapper?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly attributes?: Attributes | undefined
}

export type InsetTextOptions = {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type LabelOptions = {
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type LanguageNavigationOptions = {
  readonly items: readonly ({
    readonly lang: string
    readonly hrefLang?: string | undefined
    readonly dir?: string | undefined
    readonly href?: string | undefined
    readonly current?: boolean | undefined
    readonly languageDescriptionText?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[]
  readonly ariaLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type NotificationBannerOptions = {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly titleHeadingLevel?: string | undefined
  readonly type?: string | undefined
  readonly role?: string | undefined
  readonly titleId?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type PaginationOptions = {
  readonly items?: readonly ({
    readonly number?: string | undefined
    readonly visuallyHiddenText?: string | undefined
    readonly href?: string | undefined
    readonly current?: boolean | undefined
    readonly ellipsis?: boolean | undefined
    readonly attributes?: Attributes | undefined
  })[] | undefined
  readonly previous?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly labelText?: string | undefined
    readonly href: string
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly next?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly labelText?: string | undefined
    readonly href: string
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PanelOptions = {
  readonly headingLevel?: number | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly actions?: {
    readonly items?: readonly ({
      readonly text: string
      readonly type?: string | undefined
      readonly href?: string | undefined
      readonly classes?: string | undefined
      readonly attributes?: Attributes | undefined
    })[] | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
} & Either<'titleText', 'titleHtml'> & Either<'text', 'html'>

export type PasswordInputOptions = {
  readonly id?: string | undefined
  readonly name: string
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
  readonly button?: {
    readonly classes?: string | undefined
  } | undefined
}

export type PhaseBannerOptions = {
  readonly tag: TagOptions
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type RadiosOptions = {
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInputs?: Either<'text', 'html'> | undefined
    readonly afterInputs?: Either<'text', 'html'> | undefined
  } | undefined
  readonly idPrefix?: string | undefined
  readonly name: string
  readonly items: readonly ({
    readonly id?: string | undefined
    readonly value: string
    readonly label?: LabelOptions | undefined
    readonly hint?: HintOptions | undefined
    readonly checked?: boolean | undefined
    readonly conditional?: {
      readonly html: Html
    } | undefined
    readonly disabled?: boolean | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'> | { readonly divider: string })[]
  readonly value?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectOptions = {
  readonly id?: string | undefined
  readonly name: string
  readonly items: readonly ({
    readonly value?: string | undefined
    readonly text: string
    readonly selected?: boolean | undefined
    readonly disabled?: boolean | undefined
    readonly attributes?: Attributes | undefined
  })[]
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ServiceNavigationOptions = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation: readonly ({
    readonly current?: boolean | undefined
    readonly active?: boolean | undefined
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[]
  readonly slots?: {
    readonly start?: Html | undefined
    readonly end?: {
      readonly html?: Html | undefined
      readonly align?: string | undefined
    } | undefined
    readonly navigationStart?: Html | undefined
    readonly navigationEnd?: Html | undefined
  } | undefined
}

export type SkipLinkOptions = {
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type SummaryListOptions = {
  readonly rows: readonly ({
    readonly classes?: string | undefined
    readonly key: {
      readonly classes?: string | undefined
    } & Either<'text', 'html'>
    readonly value: {
      readonly classes?: string | undefined
    } & Either<'text', 'html'>
    readonly actions?: {
      readonly items?: readonly ({
        readonly href: string
        readonly visuallyHiddenText?: string | undefined
        readonly classes?: string | undefined
        readonly attributes?: Attributes | undefined
      } & Either<'text', 'html'>)[] | undefined
      readonly classes?: string | undefined
    } | undefined
  })[]
  readonly card?: {
    readonly title?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly headingLevel?: number | undefined
      readonly classes?: string | undefined
    } | undefined
    readonly actions?: {
      readonly items?: readonly ({
        readonly href: string
        readonly visuallyHiddenText?: string | undefined
        readonly classes?: string | undefined
        readonly attributes?: Attributes | undefined
      } & Either<'text', 'html'>)[] | undefined
      readonly classes?: string | undefined
    } | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type TableOptions = {
  readonly rows: readonly (readonly ({
    readonly format?: string | undefined
    readonly classes?: string | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
    readonly attributes?: Attributes | undefined
  } & Either<'text', 'html'>)[])[]
  readonly head?: readonly ({
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly format?: string | undefined
    readonly classes?: string | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
    readonly attributes?: Attributes | undefined
  })[] | undefined
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type TabsOptions = {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items: readonly ({
    readonly id: string
    readonly label: string
    readonly attributes?: Attributes | undefined
    readonly panel: {
      readonly attributes?: Attributes | undefined
    } & Either<'text', 'html'>
  })[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type TagOptions = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export type TaskListOptions = {
  readonly items: readonly ({
    readonly title: {
      readonly classes?: string | undefined
    } & Either<'text', 'html'>
    readonly hint?: Either<'text', 'html'> | undefined
    readonly status: {
      readonly tag?: TagOptions | undefined
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly classes?: string | undefined
    }
    readonly href?: string | undefined
    readonly classes?: string | undefined
  })[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly idPrefix?: string | undefined
}

export type TextareaOptions = {
  readonly id?: string | undefined
  readonly name: string
  readonly spellcheck?: boolean | undefined
  readonly rows?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: LabelOptions
  readonly hint?: HintOptions | undefined
  readonly errorMessage?: ErrorMessageOptions | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: Either<'text', 'html'> | undefined
    readonly afterInput?: Either<'text', 'html'> | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type WarningTextOptions = {
  readonly iconFallbackText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
} & Either<'text', 'html'>

export const govuk = {
  accordion: (options: AccordionOptions): Html => official('accordion', options),
  backLink: (options: BackLinkOptions): Html => official('back-link', options),
  breadcrumbs: (options: BreadcrumbsOptions): Html => official('breadcrumbs', options),
  button: (options: ButtonOptions): Html => official('button', options),
  characterCount: (options: CharacterCountOptions): Html => official('character-count', options),
  checkboxes: (options: CheckboxesOptions): Html => official('checkboxes', options),
  cookieBanner: (options: CookieBannerOptions): Html => official('cookie-banner', options),
  dateInput: (options: DateInputOptions): Html => official('date-input', options),
  details: (options: DetailsOptions): Html => official('details', options),
  errorMessage: (options: ErrorMessageOptions): Html => official('error-message', options),
  errorSummary: (options: ErrorSummaryOptions): Html => official('error-summary', options),
  exitThisPage: (options: ExitThisPageOptions): Html => official('exit-this-page', options),
  feedback: (options: FeedbackOptions): Html => official('feedback', options),
  fieldset: (options: FieldsetOptions): Html => official('fieldset', options),
  fileUpload: (options: FileUploadOptions): Html => official('file-upload', options),
  footer: (options: FooterOptions): Html => official('footer', options),
  genericHeader: (options: GenericHeaderOptions): Html => official('generic-header', options),
  header: (options: HeaderOptions): Html => official('header', options),
  hint: (options: HintOptions): Html => official('hint', options),
  input: (options: InputOptions): Html => official('input', options),
  insetText: (options: InsetTextOptions): Html => official('inset-text', options),
  label: (options: LabelOptions): Html => official('label', options),
  languageNavigation: (options: LanguageNavigationOptions): Html => official('language-navigation', options),
  notificationBanner: (options: NotificationBannerOptions): Html => official('notification-banner', options),
  pagination: (options: PaginationOptions): Html => official('pagination', options),
  panel: (options: PanelOptions): Html => official('panel', options),
  passwordInput: (options: PasswordInputOptions): Html => official('password-input', options),
  phaseBanner: (options: PhaseBannerOptions): Html => official('phase-banner', options),
  radios: (options: RadiosOptions): Html => official('radios', options),
  select: (options: SelectOptions): Html => official('select', options),
  serviceNavigation: (options: ServiceNavigationOptions): Html => official('service-navigation', options),
  skipLink: (options: SkipLinkOptions): Html => official('skip-link', options),
  summaryList: (options: SummaryListOptions): Html => official('summary-list', options),
  table: (options: TableOptions): Html => official('table', options),
  tabs: (options: TabsOptions): Html => official('tabs', options),
  tag: (options: TagOptions): Html => official('tag', options),
  taskList: (options: TaskListOptions): Html => official('task-list', options),
  textarea: (options: TextareaOptions): Html => official('textarea', options),
  warningText: (options: WarningTextOptions): Html => official('warning-text', options),
} as const
